import ApusRuntime
import Galileo
import Galtea
import HoneyHive
import Testing

/// Decodes and validates the values in the descriptions' `cases.yaml` with the generated types.
struct RuleTests {
    /// The types of the schemas with cases, by description.
    static let types: [String: [String: any JSONCodable.Type]] = [
        "galileo": [
            "CreateSessionRequest": Galileo.CreateSessionRequest.self, "Document": Document.self,
            "ErrorBody": Galileo.ErrorBody.self, "HTTPValidationError": HTTPValidationError.self,
            "FeedbackRating": FeedbackRating.self, "FeedbackValue": FeedbackValue.self,
            "Filter": Filter.self, "FilterExpression": FilterExpression.self,
            "HallucinationSegment": HallucinationSegment.self, "LogRecord": LogRecord.self,
            "NumberFilter": NumberFilter.self, "QuerySessionsRequest": QuerySessionsRequest.self,
            "RawFilter": RawFilter.self, "Session": Galileo.Session.self, "StarRating": StarRating.self,
            "TagsRating": TagsRating.self, "TextRating": TextRating.self,
        ],
        "galtea": [
            "CreateSessionRequest": Galtea.CreateSessionRequest.self, "ErrorBody": Galtea.ErrorBody.self,
            "Session": Galtea.Session.self,
        ],
        "honeyhive": [
            "CreateSessionRequest": HoneyHive.CreateSessionRequest.self,
            "CreateEventBatchRequest": CreateEventBatchRequest.self,
            "CreateEventBatchResponse": CreateEventBatchResponse.self, "ErrorBody": HoneyHive.ErrorBody.self,
            "Session": HoneyHive.Session.self,
        ],
    ]

    static let cases = types.keys.sorted().flatMap(RuleCase.all(of:))

    @Test func everyDescriptionHasCases() {
        for description in Self.types.keys {
            let schemas = Set(Self.cases.lazy.filter { $0.description == description }.map(\.schema))
            #expect(schemas == Set(Self.types[description]?.keys ?? [:].keys))
        }
    }

    @Test(arguments: cases.filter { $0.refusal == nil })
    func accepts(_ item: RuleCase) throws {
        let type = try #require(Self.types[item.description]?[item.schema], "no type is named for this schema")
        try accept(item, type)
    }

    @Test(arguments: cases.filter { $0.refusal != nil })
    func refuses(_ item: RuleCase) throws {
        let type = try #require(Self.types[item.description]?[item.schema], "no type is named for this schema")
        try refuse(item, #require(item.refusal), type)
    }

    private func accept<Value: JSONCodable>(_ item: RuleCase, _ type: Value.Type) throws {
        let value = try JSON.decode(type, from: Array(item.json.utf8))
        try value.validate()
        let again = try JSON.decode(JSONValue.self, from: JSON.encode(value))
        #expect(try again == JSON.decode(JSONValue.self, from: Array(item.json.utf8)))
    }

    private func refuse<Value: JSONCodable>(_ item: RuleCase, _ refusal: RuleCase.Refusal, _ type: Value.Type) throws {
        do {
            try JSON.decode(type, from: Array(item.json.utf8)).validate()
            Issue.record("it is accepted")
        } catch let error as JSONError {
            let place = error.kind == .missingMember ? Self.container(of: error.pointer) : error.pointer
            #expect(place == refusal.decoded ?? refusal.pointer)
            #expect(kinds[refusal.keyword]?.contains(error.kind) == true, "\(error)")
            #expect(refusal.message == nil, "the rule with this message should have refused it, not \(error)")
        } catch let error as ValidationError {
            let violation = error.violations.first {
                let place = $0.keyword == "required" ? Self.container(of: $0.pointer) : $0.pointer
                return [refusal.pointer, refusal.decoded].contains(place) && $0.keyword == refusal.keyword
                    && $0.message == refusal.message ?? $0.message
            }
            #expect(violation != nil, "\(error)")
        }
    }

    /// Returns the pointer to the object that lacks a member. JSON Schema reports the object, the runtime the member.
    private static func container(of pointer: String) -> String {
        pointer.lastIndex(of: "/").map { String(pointer[..<$0]) } ?? pointer
    }

    /// The possible decoding errors for a keyword. For a union, any error of the chosen variant.
    private let kinds: [String: Set<JSONError.Kind>] = [
        "required": [.missingMember], "type": [.mismatch],
        "enum": [.invalidValue], "anyOf": [.noVariant, .mismatch, .missingMember],
        "oneOf": [.noVariant, .invalidValue, .missingMember], "format": [.invalidValue],
    ]
}
