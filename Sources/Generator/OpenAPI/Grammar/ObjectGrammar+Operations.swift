// The sections "Paths Object" to "Link Object" of the OpenAPI Specification.
extension ObjectGrammar {
    static let paths = ObjectGrammar("Paths Object", [:], others: .object(.pathItem))

    static let pathItem = ObjectGrammar(
        "Path Item Object",
        [
            "$ref": .optional(.string),
            "summary": .optional(.string),
            "description": .optional(.string),
            "get": .optional(.object(.operation)),
            "put": .optional(.object(.operation)),
            "post": .optional(.object(.operation)),
            "delete": .optional(.object(.operation)),
            "options": .optional(.object(.operation)),
            "head": .optional(.object(.operation)),
            "patch": .optional(.object(.operation)),
            "trace": .optional(.object(.operation)),
            "query": .since(.v3_2, .object(.operation)),
            "additionalOperations": .since(.v3_2, .map(.object(.operation))),
            "servers": .optional(.list(.object(.server))),
            "parameters": .optional(.list(.object(.parameter))),
        ], allowsReference: true)

    static let operation = ObjectGrammar(
        "Operation Object",
        [
            "tags": .optional(.list(.string)),
            "summary": .optional(.string),
            "description": .optional(.string),
            "externalDocs": .optional(.object(.externalDocumentation)),
            "operationId": .optional(.string),
            "parameters": .optional(.list(.object(.parameter))),
            "requestBody": .optional(.object(.requestBody)),
            "responses": .optional(.object(.responses)),
            "callbacks": .optional(.map(.object(.callback))),
            "deprecated": .optional(.boolean),
            "security": .optional(.list(.object(.securityRequirement))),
            "servers": .optional(.list(.object(.server))),
        ])

    static let parameter = ObjectGrammar(
        "Parameter Object",
        [
            "name": .required(.string),
            "in": .required(.oneOf(["query", "header", "path", "cookie", "querystring"])),
            "description": .optional(.string),
            "required": .optional(.boolean),
            "deprecated": .optional(.boolean),
            "allowEmptyValue": .optional(.boolean),
            "style": .optional(
                .oneOf([
                    "matrix", "label", "simple", "form", "spaceDelimited", "pipeDelimited", "deepObject", "cookie",
                ])),
            "explode": .optional(.boolean),
            "allowReserved": .optional(.boolean),
            "schema": .optional(.object(.schema)),
            "example": .optional(.any),
            "examples": .optional(.map(.object(.example))),
            "content": .optional(.map(.object(.mediaType))),
        ], allowsReference: true)

    static let header = ObjectGrammar(
        "Header Object",
        [
            "description": .optional(.string),
            "required": .optional(.boolean),
            "deprecated": .optional(.boolean),
            "allowEmptyValue": Field(type: .boolean, until: .v3_0),
            "style": .optional(.oneOf(["simple"])),
            "explode": .optional(.boolean),
            "allowReserved": Field(type: .boolean, until: .v3_0),
            "schema": .optional(.object(.schema)),
            "example": .optional(.any),
            "examples": .optional(.map(.object(.example))),
            "content": .optional(.map(.object(.mediaType))),
        ], allowsReference: true)

    static let requestBody = ObjectGrammar(
        "Request Body Object",
        [
            "description": .optional(.string),
            "content": .required(.map(.object(.mediaType))),
            "required": .optional(.boolean),
        ], allowsReference: true)

    static let mediaType = ObjectGrammar(
        "Media Type Object",
        [
            "schema": .optional(.object(.schema)),
            "itemSchema": .since(.v3_2, .object(.schema)),
            "example": .optional(.any),
            "examples": .optional(.map(.object(.example))),
            "encoding": .optional(.map(.object(.encoding))),
            "prefixEncoding": .since(.v3_2, .list(.object(.encoding))),
            "itemEncoding": .since(.v3_2, .object(.encoding)),
        ], allowsReference: true)

    static let encoding = ObjectGrammar(
        "Encoding Object",
        [
            "contentType": .optional(.string),
            "headers": .optional(.map(.object(.header))),
            "style": .optional(.oneOf(["form", "spaceDelimited", "pipeDelimited", "deepObject"])),
            "explode": .optional(.boolean),
            "allowReserved": .optional(.boolean),
            "encoding": .since(.v3_2, .map(.object(.encoding))),
            "prefixEncoding": .since(.v3_2, .list(.object(.encoding))),
            "itemEncoding": .since(.v3_2, .object(.encoding)),
        ])

    static let responses = ObjectGrammar("Responses Object", [:], others: .object(.response))

    static let response = ObjectGrammar(
        "Response Object",
        [
            "summary": .since(.v3_2, .string),
            "description": .optional(.string),
            "headers": .optional(.map(.object(.header))),
            "content": .optional(.map(.object(.mediaType))),
            "links": .optional(.map(.object(.link))),
        ], allowsReference: true)

    static let callback = ObjectGrammar(
        "Callback Object", [:], others: .object(.pathItem), allowsReference: true)

    static let example = ObjectGrammar(
        "Example Object",
        [
            "summary": .optional(.string),
            "description": .optional(.string),
            "dataValue": .since(.v3_2, .any),
            "serializedValue": .since(.v3_2, .string),
            "value": .optional(.any),
            "externalValue": .optional(.string),
        ], allowsReference: true)

    static let link = ObjectGrammar(
        "Link Object",
        [
            "operationRef": .optional(.string),
            "operationId": .optional(.string),
            "parameters": .optional(.map(.any)),
            "requestBody": .optional(.any),
            "description": .optional(.string),
            "server": .optional(.object(.server)),
        ], allowsReference: true)
}
