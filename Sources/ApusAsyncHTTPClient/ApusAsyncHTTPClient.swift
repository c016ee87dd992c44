// ApusAsyncHTTPClient
