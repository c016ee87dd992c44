/// Changes of parameters, bodies, responses and their header fields.
extension ChangeCode {
    static let messages: [ChangeCode] = [
        .parameterRemoved, .parameterAdded, .requiredParameterAdded, .parameterRequired, .parameterOptional,
        .parameterStyleChanged, .parameterRenamed, .argumentsReordered, .bodyRemoved, .bodyAdded, .requiredBodyAdded,
        .bodyRequired, .bodyOptional, .mediaTypeRemoved, .mediaTypeAdded, .mediaTypeChanged, .encodingChanged,
        .successRemoved, .successAdded, .errorRemoved, .errorAdded, .responseBodyRemoved, .responseBodyAdded,
        .headerRemoved, .headerAdded, .headerRequired, .headerOptional,
    ]

    static let parameterRemoved = ChangeCode(
        "parameter-removed", "a parameter was removed", narrowing: "the server no longer reads what they send",
        widening: "clients no longer send it")
    static let parameterAdded = ChangeCode(
        "parameter-added", "an optional parameter was added", widening: "they do not read what clients send")
    static let requiredParameterAdded = ChangeCode(
        "required-parameter-added", "a required parameter was added", narrowing: "they do not send it",
        widening: "they do not read what clients send")
    static let parameterRequired = ChangeCode(
        "parameter-became-required", "a parameter is required now", narrowing: "they may omit it")
    static let parameterOptional = ChangeCode(
        "parameter-became-optional", "a parameter is no longer required", widening: "clients may omit it")
    static let parameterStyleChanged = ChangeCode(
        "parameter-style-changed", "a parameter is written in another way",
        narrowing: "they write the value in the old way", widening: "clients write the value in the new way")
    static let parameterRenamed = ChangeCode("parameter-renamed", "a parameter has another name in code")
    static let argumentsReordered = ChangeCode("arguments-reordered", "arguments have another order in code")
    static let bodyRemoved = ChangeCode(
        "body-removed", "an operation no longer has a request body",
        narrowing: "the server no longer reads what they send",
        widening: "clients no longer send the body")
    static let bodyAdded = ChangeCode(
        "body-added", "an operation has an optional request body", widening: "they do not read what clients send")
    static let requiredBodyAdded = ChangeCode(
        "required-body-added", "an operation has a required request body", narrowing: "they do not send a body",
        widening: "they do not read what clients send")
    static let bodyRequired = ChangeCode(
        "body-became-required", "a request body is required now", narrowing: "they may send no body")
    static let bodyOptional = ChangeCode(
        "body-became-optional", "a request body is no longer required", widening: "clients may send no body")
    static let mediaTypeRemoved = ChangeCode(
        "media-type-removed", "a media type was removed", narrowing: "they send the media type",
        widening: "they request the media type")
    static let mediaTypeAdded = ChangeCode(
        "media-type-added", "a media type was added",
        narrowing: "clients may request a media type that they do not send",
        widening: "clients may send a media type that they do not read")
    static let mediaTypeChanged = ChangeCode(
        "media-type-changed", "a body is read in another way", narrowing: "they write the body in the old way",
        widening: "the body is written in the new way")
    static let encodingChanged = ChangeCode(
        "encoding-changed", "a member of a form is written in another way",
        narrowing: "they write the member in the old way", widening: "the member is written in the new way")
    static let successRemoved = ChangeCode(
        "success-status-removed", "a success status was removed",
        narrowing: "they respond with a status that clients do not know",
        widening: "they expect a status that is no longer sent")
    static let successAdded = ChangeCode(
        "success-status-added", "a success status was added", widening: "they do not know the status")
    static let errorRemoved = ChangeCode("error-status-removed", "an error status was removed")
    static let errorAdded = ChangeCode("error-status-added", "an error status was added")
    static let responseBodyRemoved = ChangeCode(
        "response-body-removed", "a response no longer has a body", widening: "they expect a body that is not sent")
    static let responseBodyAdded = ChangeCode(
        "response-body-added", "a response has a body", narrowing: "clients expect a body that they do not send")
    static let headerRemoved = ChangeCode(
        "header-removed", "a header field of a response was removed", widening: "they may rely on the field")
    static let headerAdded = ChangeCode(
        "header-added", "a header field of a response was added",
        narrowing: "clients rely on a field that they do not send")
    static let headerRequired = ChangeCode(
        "header-became-required", "a header field of a response is required now",
        narrowing: "they may omit the field")
    static let headerOptional = ChangeCode(
        "header-became-optional", "a header field of a response is no longer required",
        widening: "they rely on the field")
}
