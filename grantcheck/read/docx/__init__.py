"""Word files to blocks: the zip and its XML, read within limits."""
