"""Words and rulings on a page to paragraphs, tables and check boxes. Knows no file format."""
