import ApusRuntime
import Galileo
import Galtea
import HoneyHive
import TestSupport
import Testing

/// Messages of the three APIs in their wire format.
@Suite(.enabled(if: shared("samples") != nil, "set APUS_SHARED to the folder with the samples"))
struct SampleTests {
    /// A message and its generated type.
    struct Sample: Sendable, CustomTestStringConvertible {
        let name: String
        let type: any JSONCodable.Type

        init(_ name: String, _ type: any JSONCodable.Type) {
            self.name = name
            self.type = type
        }

        var testDescription: String { name }
    }

    static let good = [
        Sample("galileo_create_request_full", Galileo.CreateSessionRequest.self),
        Sample("galileo_create_request_empty", Galileo.CreateSessionRequest.self),
        Sample("galileo_create_response", Galileo.Session.self),
        Sample("galileo_create_response_min", Galileo.Session.self),
        Sample("galileo_search_request_empty", QuerySessionsRequest.self),
        Sample("galileo_search_request_raw_tree", QuerySessionsRequest.self),
        Sample("galileo_search_request_typed_tree", QuerySessionsRequest.self),
        Sample("galileo_search_response_empty", QuerySessionsResponse.self),
        Sample("galileo_search_response_page_1_of_2", QuerySessionsResponse.self),
        Sample("galileo_search_response_all_types", QuerySessionsResponse.self),
        Sample("galileo_error_422", HTTPValidationError.self),
        Sample("galtea_create_request_production", Galtea.CreateSessionRequest.self),
        Sample("galtea_create_request_test", Galtea.CreateSessionRequest.self),
        Sample("galtea_create_request_ingested", Galtea.CreateSessionRequest.self),
        Sample("galtea_create_response_production", Galtea.Session.self),
        Sample("galtea_create_response_test", Galtea.Session.self),
        Sample("galtea_error_400", Galtea.ErrorBody.self),
        Sample("galtea_error_401", Galtea.ErrorBody.self),
        Sample("honeyhive_create_request_full", HoneyHive.CreateSessionRequest.self),
        Sample("honeyhive_create_request_empty", HoneyHive.CreateSessionRequest.self),
        Sample("honeyhive_create_response", HoneyHive.Session.self),
        Sample("honeyhive_batch_request", CreateEventBatchRequest.self),
        Sample("honeyhive_batch_response", CreateEventBatchResponse.self),
        Sample("honeyhive_error_400", HoneyHive.ErrorBody.self),
    ]

    @Test(arguments: good) func roundTrips(_ sample: Sample) throws {
        try roundTrip(sample.type, sample.name)
    }

    /// A record of an undeclared kind is kept and is a violation.
    @Test func unrecognizedRecordsAreKept() throws {
        let name = "galileo_search_response_with_control"
        let violations = try roundTrip(QuerySessionsResponse.self, name, isValid: false)
        #expect(violations.map { "\($0.pointer) \($0.keyword)" } == ["/records/7 oneOf"])
    }

    @Test(arguments: ["missing_inputs", "event_type", "unknown_event_field", "unknown_top_field"])
    func isRefused(_ fault: String) throws {
        let text = try message("honeyhive_batch_request_bad_\(fault)")
        #expect(throws: (any Error).self) { try JSON.decode(CreateEventBatchRequest.self, from: text).validate() }
    }

    private func message(_ name: String) throws -> [UInt8] {
        try bytes(of: #require(shared("samples/\(name).json")))
    }

    @discardableResult
    private func roundTrip<Value: JSONCodable>(
        _ type: Value.Type, _ name: String, isValid: Bool = true
    ) throws -> [Violation] {
        let text = try message(name)
        let value = try JSON.decode(type, from: text)
        var violations: [Violation] = []
        do { try value.validate() } catch {
            if isValid { throw error }
            violations = error.violations
        }
        let encoded = try JSON.encode(value)
        #expect(try JSON.decode(JSONValue.self, from: encoded) == JSON.decode(JSONValue.self, from: text))
        #expect(try JSON.decode(type, from: encoded) == value)
        return violations
    }
}
