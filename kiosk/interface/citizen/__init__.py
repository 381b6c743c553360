"""The citizen's screens: one view model per page, the frame around them (citizen.py), the session that ends without a trace."""
