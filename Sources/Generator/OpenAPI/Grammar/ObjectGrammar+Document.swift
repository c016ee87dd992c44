// The sections "OpenAPI Object" to "Components Object" of the OpenAPI Specification.
extension ObjectGrammar {
    static let document = ObjectGrammar(
        "OpenAPI Object",
        [
            "openapi": .required(.string),
            "$self": .since(.v3_2, .string),
            "info": .required(.object(.info)),
            "jsonSchemaDialect": .since(.v3_1, .dialect),
            "servers": .optional(.list(.object(.server))),
            "paths": .optional(.object(.paths)),
            "webhooks": .since(.v3_1, .map(.object(.pathItem))),
            "components": .optional(.object(.components)),
            "security": .optional(.list(.object(.securityRequirement))),
            "tags": .optional(.list(.object(.tag))),
            "externalDocs": .optional(.object(.externalDocumentation)),
        ])

    static let info = ObjectGrammar(
        "Info Object",
        [
            "title": .required(.string),
            "summary": .since(.v3_1, .string),
            "description": .optional(.string),
            "termsOfService": .optional(.string),
            "contact": .optional(.object(.contact)),
            "license": .optional(.object(.license)),
            "version": .required(.string),
        ])

    static let contact = ObjectGrammar(
        "Contact Object",
        ["name": .optional(.string), "url": .optional(.string), "email": .optional(.string)])

    static let license = ObjectGrammar(
        "License Object",
        ["name": .required(.string), "identifier": .since(.v3_1, .string), "url": .optional(.string)])

    static let server = ObjectGrammar(
        "Server Object",
        [
            "url": .required(.string),
            "description": .optional(.string),
            "name": .since(.v3_2, .string),
            "variables": .optional(.map(.object(.serverVariable))),
        ])

    static let serverVariable = ObjectGrammar(
        "Server Variable Object",
        [
            "enum": .optional(.list(.string, minimum: 1)),
            "default": .required(.string),
            "description": .optional(.string),
        ])

    static let components = ObjectGrammar(
        "Components Object",
        [
            "schemas": .optional(.map(.object(.schema))),
            "responses": .optional(.map(.object(.response))),
            "parameters": .optional(.map(.object(.parameter))),
            "examples": .optional(.map(.object(.example))),
            "requestBodies": .optional(.map(.object(.requestBody))),
            "headers": .optional(.map(.object(.header))),
            "securitySchemes": .optional(.map(.object(.securityScheme))),
            "links": .optional(.map(.object(.link))),
            "callbacks": .optional(.map(.object(.callback))),
            "pathItems": .since(.v3_1, .map(.object(.pathItem))),
            "mediaTypes": .since(.v3_2, .map(.object(.mediaType))),
        ])

    static let externalDocumentation = ObjectGrammar(
        "External Documentation Object", ["description": .optional(.string), "url": .required(.string)])

    static let tag = ObjectGrammar(
        "Tag Object",
        [
            "name": .required(.string),
            "summary": .since(.v3_2, .string),
            "description": .optional(.string),
            "externalDocs": .optional(.object(.externalDocumentation)),
            "parent": .since(.v3_2, .string),
            "kind": .since(.v3_2, .string),
        ])

    static let securityScheme = ObjectGrammar(
        "Security Scheme Object",
        [
            "type": .required(.oneOf(["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"])),
            "description": .optional(.string),
            "name": .optional(.string),
            "in": .optional(.oneOf(["query", "header", "cookie"])),
            "scheme": .optional(.string),
            "bearerFormat": .optional(.string),
            "flows": .optional(.object(.oauthFlows)),
            "openIdConnectUrl": .optional(.string),
            "oauth2MetadataUrl": .since(.v3_2, .string),
            "deprecated": .since(.v3_2, .boolean),
        ], allowsReference: true)

    static let oauthFlows = ObjectGrammar(
        "OAuth Flows Object",
        [
            "implicit": .optional(.object(.oauthFlow)),
            "password": .optional(.object(.oauthFlow)),
            "clientCredentials": .optional(.object(.oauthFlow)),
            "authorizationCode": .optional(.object(.oauthFlow)),
            "deviceAuthorization": .since(.v3_2, .object(.oauthFlow)),
        ])

    static let oauthFlow = ObjectGrammar(
        "OAuth Flow Object",
        [
            "authorizationUrl": .optional(.string),
            "deviceAuthorizationUrl": .since(.v3_2, .string),
            "tokenUrl": .optional(.string),
            "refreshUrl": .optional(.string),
            "scopes": .required(.map(.string)),
        ])

    static let securityRequirement = ObjectGrammar(
        "Security Requirement Object", [:], others: .list(.string), allowsExtensions: false)
}
