"""The rules that tables can be judged by, as a programmer would write them once in plain Python.

It reads and writes the same files as `grantcheck audit --proposals`. It trusts every cell, knows the lists of one
municipality and the rates of one series by heart, and says of a finding its row, rule and outcome, and no more.
"""
