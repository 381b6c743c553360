"""Questions: frozen rows shaped for reading. A query never writes."""
