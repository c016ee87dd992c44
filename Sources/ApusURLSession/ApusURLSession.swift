// ApusURLSession
