"""PDF notes with their findings as annotations above the pages; the pages themselves are not touched."""
