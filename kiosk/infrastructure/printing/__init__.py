"""Paper: the ticket drawn, encoded and sent, one printer adapter each, and the desk that keeps every job's state true.

links.py says where a printer is, paint.py draws, escpos.py encodes and asks for the state, transports.py moves bytes, receipt_printer.py and
preview.py are the printers, spooler.py gives a job its thread and deadline, print_desk.py writes its state into the database.

Nothing here may be imported before a kiosk's first frame but links.py; the libraries (escpos, qrcode, serial, usb) load on the print thread.
"""
