"""Pages that are images, read by the program tesseract: shown to a person, never the basis of a verdict."""
