import ApusRuntime
import HTTPTypes
import Testing

struct FieldLinesTests {
    @Test func cookiesAreOneField() {
        var fields: HTTPFields = [.cookie: "a=1", .accept: "text/plain"]
        fields.append(HTTPField(name: .cookie, value: "b=2; c=3"))
        fields.append(HTTPField(name: .accept, value: "text/csv"))
        let lines = FieldLines.requestFields(fields)
        #expect(
            lines.map { "\($0.name): \($0.value)" } == [
                "Cookie: a=1; b=2; c=3", "Accept: text/plain", "Accept: text/csv",
            ])
    }

    @Test(arguments: [
        ("a=1", ["a=1"]),
        ("a=1, b=2", ["a=1", "b=2"]),
        (
            "a=1; Expires=Wed, 21 Oct 2015 07:28:00 GMT; Path=/,b=2; HttpOnly",
            ["a=1; Expires=Wed, 21 Oct 2015 07:28:00 GMT; Path=/", "b=2; HttpOnly"]
        ),
        ("a=1; Expires=Wed, 21-Oct-2015 07:28:00 GMT, b=2", ["a=1; Expires=Wed, 21-Oct-2015 07:28:00 GMT", "b=2"]),
        ("a=x,y, b=\"1\"", ["a=x,y", "b=\"1\""]),
    ])
    func setCookiesAreTakenApart(joined: String, cookies: [String]) {
        #expect(FieldLines.responseFields(name: .setCookie, joined: joined).map(\.value) == cookies)
    }

    @Test func otherFieldsStay() {
        #expect(FieldLines.responseFields(name: .vary, joined: "a, b=2").map(\.value) == ["a, b=2"])
    }
}
