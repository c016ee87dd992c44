#if canImport(FoundationEssentials)
public import FoundationEssentials

// Generated models import this module only. These are Foundation's own types, so a file that imports both
// has no ambiguity.

/// Foundation's `UUID`.
public typealias UUID = FoundationEssentials.UUID
/// Foundation's `URL`.
public typealias URL = FoundationEssentials.URL
/// Foundation's `Decimal`.
public typealias Decimal = FoundationEssentials.Decimal
#else
public import Foundation

/// Foundation's `UUID`.
public typealias UUID = Foundation.UUID
/// Foundation's `URL`.
public typealias URL = Foundation.URL
/// Foundation's `Decimal`.
public typealias Decimal = Foundation.Decimal
#endif
