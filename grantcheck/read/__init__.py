"""Documents to notes: decoding, layout, and the words of the template."""
