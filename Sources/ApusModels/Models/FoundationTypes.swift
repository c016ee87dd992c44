// Generated models import this module only, and see these types of Foundation through it. They are re-exported rather
// than given type aliases because two names for one type are ambiguous, in `[URL]()` for one, where Foundation is
// imported too. A file of this module that imports one of them alone (`import struct Foundation.URL`) can undo that.
#if canImport(FoundationEssentials)
@_exported import struct FoundationEssentials.Decimal
@_exported import struct FoundationEssentials.URL
@_exported import struct FoundationEssentials.UUID
#else
@_exported import struct Foundation.Decimal
@_exported import struct Foundation.URL
@_exported import struct Foundation.UUID
#endif

// The compiler forgets to re-export a type that another file of the module imports by the same declaration, so those
// import the whole module.
