"""PDF files: their pages as words and rulings, and the whole as blocks."""
