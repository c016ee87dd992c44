import Testing

@testable import ApusModels

@Suite struct DateTimeTests {
    @Test(arguments: [
        "1963-06-19T08:30:06.283185Z", "1963-06-19T08:30:06Z", "1937-01-01T12:00:27.87+00:20",
        "1990-12-31T15:59:50.123-08:00", "1998-12-31T23:59:60Z", "1998-12-31T15:59:60.123-08:00",
        "0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999-23:59", "2024-02-29T00:00:00+00:00",
        "2024-02-29T00:00:00-00:00", "1969-12-31T23:59:59.5Z", "2000-01-01T00:00:00.000000000+14:00",
        "2000-01-01T00:00:00.10Z",
    ])
    func textSurvives(_ text: String) {
        #expect(DateTime(text)?.description == text)
    }

    @Test func randomTextsSurvive() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            let digits = Int.random(in: 0...9, using: &generator)
            let value = DateTime(
                seconds: Int64.random(in: -62_167_132_800...253_402_200_000, using: &generator),
                nanoseconds: digits == 0 ? 0 : 123_456_789,
                offsetMinutes: Int.random(in: -720...720, using: &generator),
                zone: .numeric, fractionDigits: digits)
            let text = value.description
            let again = DateTime(text)
            #expect(again?.secondsSince1970 == value.secondsSince1970)
            #expect(again.map { "\($0)" }.map { $0 == text || value.offsetMinutes == 0 } == true)
        }
    }

    @Test(arguments: [
        "", "2024", "2023-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2024-13-01T00:00:00Z", "2024-01-01T24:00:00Z",
        "2024-01-01T00:60:00Z", "2024-01-01T00:00:61Z", "2024-01-01T00:00:60Z", "2024-01-01T00:00:00",
        "2024-01-01 00:00:00Z", "2024-01-01T00:00:00.Z", "2024-01-01T00:00:00+0100", "2024-01-01T00:00:00+24:00",
        "2024-01-01T00:00:00Z ", "2024-01-01T00:00:00+01:60", "১963-06-1T00:00:00Z", "2024-1-01T00:00:00Z",
    ])
    func otherTextsAreRefused(_ text: String) {
        #expect(DateTime(text) == nil)
    }

    @Test func letterCaseAndExcessDigitsAreNormalized() {
        #expect(DateTime("1963-06-19t08:30:06.283185z")?.description == "1963-06-19T08:30:06.283185Z")
        #expect(DateTime("1963-06-19T08:30:06.1234567899Z")?.description == "1963-06-19T08:30:06.123456789Z")
    }

    @Test func equalityAndOrderAreOfTheInstant() throws {
        let first = try #require(DateTime("2024-05-01T12:00:00Z"))
        let same = try #require(DateTime("2024-05-01T14:00:00.000+02:00"))
        let later = try #require(DateTime("2024-05-01T12:00:00.000000001Z"))
        #expect(first == same)
        #expect(first.hashValue == same.hashValue)
        #expect(first < later)
        #expect(first.date.timeIntervalSince1970 == 1_714_564_800)
    }

    @Test func datesOfFoundationAreInUTC() {
        #expect(DateTime(.init(timeIntervalSince1970: 1_714_564_800)).description == "2024-05-01T12:00:00Z")
        #expect(DateTime(.init(timeIntervalSince1970: -0.25)).description == "1969-12-31T23:59:59.750Z")
        #expect(DateTime(.init(timeIntervalSince1970: 1e300)).description == "9999-12-31T23:59:59Z")
        #expect(MemoryLayout<DateTime>.stride == 16)
    }
}
