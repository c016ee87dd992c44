import APIModel

/// An API with a body in each of the media types, one operation a kind.
let mediaTypeAPI = API(
    title: "Media types", version: "1", servers: [Server(urlTemplate: "https://api.example.com")], types: types,
    operations: operations)

private let types: [TypeDeclaration] = [
    .object(
        "Charge", direction: .request,
        [
            .required("amount", .integer), .optional("expand", .array(.string)),
            .optional("metadata", .of(.map(.string))),
        ]),
    .object("Receipt", direction: .response, [.required("id", .string)]),
    .alias("Batch", .array(.named("Charge"))),
]

private let operations: [Operation] = [
    operation(
        "createCharge", "POST",
        [
            content(
                "application/x-www-form-urlencoded",
                .form(
                    .named("Charge"),
                    [
                        PropertyEncoding(property: "expand", style: .deepObject, explode: true),
                        PropertyEncoding(property: "metadata", style: .deepObject, explode: true),
                    ]))
        ]),
    operation(
        "updateCharge", "PUT",
        [
            content(
                "application/x-www-form-urlencoded",
                .form(
                    .named("Charge"),
                    [
                        PropertyEncoding(property: "expand", style: .pipeDelimited, explode: false),
                        PropertyEncoding(property: "metadata", contentType: "application/json"),
                    ]))
        ]),
    operation(
        "addCharge", "POST",
        [
            content("application/json", .json(.named("Charge"))),
            content("application/x-www-form-urlencoded", .form(.named("Charge"), [])),
            content("text/plain", .text), content("text/x-markdown", .text), content("image/*", .bytes),
        ]),
    operation(
        "noteCharge", "POST", isRequired: false,
        [content("text/plain", .text), content("application/octet-stream", .bytes)]),
    operation(
        "replaceCharges", "PUT",
        [
            content(
                "application/merge-patch+json",
                .json(
                    .of(.named(TypeID("Batch")), .that("maxItems", .number("3")), .that("uniqueItems", .bool(true)))))
        ]),
    operation(
        "readCharge", "GET", [],
        [
            Response(status: .code(200), contents: [content("application/pdf", .bytes)], origin: here),
            Response(status: .code(404), contents: [content("application/octet-stream", .bytes)], origin: here),
        ]),
    operation(
        "exportCharges", "GET", [],
        [
            Response(
                status: .code(200),
                contents: [
                    content("application/json", .json(.named("Receipt"))), content("text/csv", .text),
                    content("application/zip", .bytes),
                ], origin: here)
        ]),
]

private func content(_ mediaType: String, _ coding: Content.Coding) -> Content {
    Content(mediaType: mediaType, coding: coding, origin: here)
}

private func operation(
    _ id: String, _ method: String, isRequired: Bool = true, _ contents: [Content], _ responses: [Response]? = nil
) -> Operation {
    Operation(
        id: id, method: method, path: "/charges",
        requestBody: contents.isEmpty ? nil : RequestBody(isRequired: isRequired, contents: contents, origin: here),
        responses: responses ?? [
            Response(
                status: .code(200), contents: [content("application/json", .json(.named("Receipt")))], origin: here)
        ], origin: here)
}
