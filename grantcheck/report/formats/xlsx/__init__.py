"""The report as an Excel workbook: one module a sheet."""
