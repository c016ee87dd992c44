import ApusRuntime
import Testing

@Suite struct FormatTests {
    @Test func strings() throws {
        try expectRoundTrip(UUID.self, #""01234567-89ab-cdef-0123-456789abcdef""#)
        try expectRoundTrip(CalendarDate.self, #""2024-02-29""#)
        try expectRoundTrip(DateTime.self, #""2024-02-29T12:00:00Z""#)
        try expectRoundTrip(Base64Data.self, #""AQID""#)
        try expectRoundTrip([URL?].self, #"["https://example.com/a?b=c#d",null]"#)
        expectError([UUID].self, #"["x"]"#, .invalidValue, "/0", offset: 1)
        expectError(CalendarDate.self, #""2023-02-29""#, .invalidValue, "")
        expectError(DateTime.self, "1", .mismatch, "")
        expectError(URL.self, #""https://exa mple.com""#, .invalidValue, "")
    }

    @Test func decimals() throws {
        try expectRoundTrip([Decimal].self, "[0.1,-12345678901234567890.123456789,0,100]")
        #expect(try decoded(Decimal.self, "3.10e2") == 310)
        expectError(Decimal.self, "0.12345678901234567890123456789012345678901", .invalidValue, "")
        expectError(Decimal.self, "1e400", .invalidValue, "")
    }
}
