"""What expires in a year: for terminals, programs and spreadsheets."""
