import ApusModels
import Testing

@testable import ApusMock

@Suite struct MadeValueTests {
    /// Schemas with values that are not found by chance.
    static let schemas = [
        #"{"type": "string", "minLength": 20, "maxLength": 20}"#,
        #"{"type": "string", "pattern": "^(foo|bar)-\\d{3,5}[a-f]*$"}"#,
        #"{"type": "string", "pattern": "^[A-Z]+$", "minLength": 12}"#,
        #"{"type": "string", "format": "uuid"}"#,
        #"{"type": "string", "format": "date-time"}"#,
        #"{"type": "string", "format": "duration"}"#,
        #"{"type": "string", "format": "ipv6"}"#,
        #"{"type": "string", "format": "email"}"#,
        #"{"type": "string", "format": "hostname"}"#,
        #"{"type": "string", "format": "uri"}"#,
        #"{"type": "integer", "exclusiveMinimum": 4, "exclusiveMaximum": 6}"#,
        #"{"type": "integer", "minimum": -20, "maximum": -10, "multipleOf": 7}"#,
        #"{"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.001}"#,
        #"{"type": "number", "multipleOf": 0.1, "minimum": 0.25}"#,
        #"{"type": "integer", "minimum": 9007199254740000}"#,
        #"{"enum": [null, 3, "x"]}"#,
        #"{"const": {"a": [1]}}"#,
        #"{"type": "array", "items": {"enum": [1, 2, 3]}, "minItems": 3, "uniqueItems": true}"#,
        #"{"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": false}"#,
        #"{"type": "array", "contains": {"const": "x"}, "minContains": 2}"#,
        #"{"type": "object", "minProperties": 3, "additionalProperties": {"type": "boolean"}}"#,
        #"{"type": "object", "propertyNames": {"pattern": "^k[0-9]$"}, "minProperties": 2}"#,
        #"{"type": "object", "patternProperties": {"^x-": {"type": "integer"}}, "additionalProperties": false}"#,
        #"{"required": ["a"], "properties": {"a": {"type": "string"}}, "additionalProperties": false}"#,
        #"{"type": "object", "properties": {"a": {"const": 1}, "b": {"const": 2}}, "maxProperties": 1}"#,
        #"{"type": "object", "properties": {"a": {}}, "dependentRequired": {"a": ["b"]}}"#,
        #"{"allOf": [{"properties": {"a": {"minLength": 3}}, "required": ["a"]}, {"properties": {"a": {"maxLength": 3}}}]}"#,
        #"{"anyOf": [{"type": "null"}, {"type": "string", "minLength": 40}]}"#,
        #"{"oneOf": [{"type": "number"}, {"type": "integer"}]}"#,
        #"{"properties": {"kind": {"const": "b"}}, "required": ["kind"], "oneOf": [{"properties": {"kind": {"const": "a"}}}, {"properties": {"kind": {"const": "b"}}, "required": ["size"]}]}"#,
        ##"{"$ref": "#/$defs/tree"}"##,
        ##"{"$ref": "#/$defs/list"}"##,
        #"{"type": "string", "examples": [5]}"#,
        #"{"not": {"type": "string"}, "type": ["string", "integer"]}"#,
    ]

    @Test(arguments: schemas) func aValueIsMadeThatIsValid(_ text: String) throws {
        let schema = try JSON.decode(JSONValue.self, from: Array(text.utf8))
        let definitions: JSONObject = [
            "0": schema,
            "tree": [
                "type": "object", "required": ["children"],
                "properties": ["children": ["type": "array", "items": ["$ref": "#/$defs/tree"]]],
            ],
            "list": [
                "type": "object", "required": ["next"],
                "properties": ["next": ["anyOf": [["$ref": "#/$defs/list"], ["type": "null"]]]],
            ],
        ]
        for seed in UInt64(0)..<5 {
            let schemas = try SchemaSet(definitions, seed: seed)
            let made = try #require(schemas.make("0", for: "test"))
            #expect(made.violations.isEmpty, "\(made.value.plainText)")
        }
    }

    /// Schemas whose values do not exist, or are too large.
    static let impossibleSchemas = [
        #"{"type": "string", "minLength": 3, "maxLength": 2}"#,
        "false",
        #"{"allOf": [{"type": "null"}, {"type": "string"}]}"#,
        ##"{"$ref": "#/$defs/0"}"##,
        ##"{"type": "object", "required": ["a"], "properties": {"a": {"$ref": "#/$defs/0"}}}"##,
        #"{"enum": []}"#,
        #"{"type": "array", "items": false, "minItems": 1}"#,
        #"{"type": "integer", "minimum": 5, "maximum": 4}"#,
        #"{"type": "array", "minItems": 1000000000, "items": {}}"#,
        #"{"type": "string", "minLength": 1000000000}"#,
    ]

    @Test(arguments: impossibleSchemas) func anImpossibleSchemaEnds(_ text: String) throws {
        let schema = try JSON.decode(JSONValue.self, from: Array(text.utf8))
        _ = try SchemaSet(["0": schema], seed: 1).make("0", for: "test")
    }
}
