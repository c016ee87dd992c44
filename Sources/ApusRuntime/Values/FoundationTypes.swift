#if canImport(FoundationEssentials)
    import FoundationEssentials

    /// An identifier of RFC 9562, so that models import this module only.
    public typealias UUID = FoundationEssentials.UUID
    /// The address of a resource (RFC 3986), so that models import this module only.
    public typealias URL = FoundationEssentials.URL
    /// A decimal number of 38 digits, so that models import this module only.
    public typealias Decimal = FoundationEssentials.Decimal
#else
    import Foundation

    /// An identifier of RFC 9562, so that models import this module only.
    public typealias UUID = Foundation.UUID
    /// The address of a resource (RFC 3986), so that models import this module only.
    public typealias URL = Foundation.URL
    /// A decimal number of 38 digits, so that models import this module only.
    public typealias Decimal = Foundation.Decimal
#endif
