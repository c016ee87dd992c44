import Testing

@testable import ApusModels

@Suite struct CalendarDateTests {
    @Test func everyDayOfFourCenturiesSurvives() {
        let first = Gregorian.days(year: 1800, month: 1, day: 1)
        for days in first..<(first + 146_097) {
            let date = Gregorian.date(days: days)
            guard let value = CalendarDate(year: date.year, month: date.month, day: date.day) else {
                Issue.record("no such day: \(date)")
                return
            }
            guard CalendarDate(value.description) == value else {
                Issue.record("\(value) is not read back")
                return
            }
            guard Gregorian.days(year: date.year, month: date.month, day: date.day) == days else {
                Issue.record("\(value) has another number")
                return
            }
        }
    }

    @Test(arguments: [
        "2023-02-29", "2024-00-01", "2024-01-00", "2024-04-31", "2024-1-1", "20240101", "2024-01-01Z", "",
    ])
    func daysThatAreNotAreRefused(_ text: String) {
        #expect(CalendarDate(text) == nil)
    }
}
