"""The flowchart of a procedure: one layout, drawn once for the official sheet and once for the phone.

``layout`` decides which symbol stands where and which way every arrow goes, ``route`` turns that into lines inside each
row, ``draw`` turns the lines of one row into SVG. A row draws only its own part, so it may grow with its text.
"""
