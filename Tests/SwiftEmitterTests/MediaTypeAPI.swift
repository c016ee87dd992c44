import ApusAPIModel

/// An API with an operation for each kind of media type.
let mediaTypeAPI = API(
    title: "Media types", version: "1", servers: [Server(urlTemplate: "https://api.example.com")], types: types,
    operations: operations, webhooks: webhooks)

private let types: [TypeDeclaration] = [
    .object(
        "Charge", direction: .request,
        [
            .required("amount", .integer), .optional("expand", .array(.string)),
            .optional("metadata", .of(.map(.string))),
        ]),
    .object("Receipt", direction: .response, [.required("id", .string)]),
    .alias("Batch", .array(.named("Charge"))),
    .object(
        "Upload", direction: .request,
        [
            .required("file", .of(.file)), .optional("pages", .array(.of(.file))), .optional("purpose", .string),
            .optional("metadata", .of(.map(.string))),
        ]),
    .object(
        "Report", direction: .response,
        [
            .required("photo", .of(.file)), .optional("details", .named("Receipt")),
            .optional("count", .of(.integer(.unspecified), .that("minimum", .number("1")))),
            .required(
                "tags",
                .of(
                    .array(.of(.string(format: nil), .that("pattern", .string("^[a-z]+$")))),
                    .that("minItems", .number("1")))),
            .optional("pages", .array(.of(.file))), .optional("filter", .named("Receipt")), .required("table", .string),
        ]),
    .object(
        "Frame", direction: .response, additional: .kept(.named("Receipt")),
        [.required("frame-rate", .integer), .constant("kind", .string("frame"))]),
    .object("Scan", direction: .response, additional: .forbidden, [.required("receipt", .named("Receipt"))]),
    .object("Single", direction: .response, additional: .forbidden, [.required("only", .string)]),
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
            content("text/plain", .text(.string)), content("text/x-markdown", .text(.string)),
            content("image/*", .bytes),
        ]),
    operation(
        "noteCharge", "POST", isRequired: false,
        [content("text/plain", .text(.string)), content("application/octet-stream", .bytes)]),
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
                    content("application/json", .json(.named("Receipt"))), content("text/csv", .text(.string)),
                    content("application/zip", .bytes),
                ], origin: here)
        ]),
    operation(
        "uploadFile", "POST",
        [
            content(
                "multipart/form-data",
                .multipart(
                    .named("Upload"), [PropertyEncoding(property: "file", contentType: "image/png, image/jpeg")]))
        ]),
    operation(
        "sendParts", "POST",
        [
            content("multipart/mixed", .multipart(nil, [])),
            content("application/jsonl", .elements(.named("Charge"), .lines)),
        ],
        [Response(status: .code(200), contents: [content("multipart/mixed", .multipart(nil, []))], origin: here)]),
    operation(
        "downloadReport", "GET", [],
        [
            Response(
                status: .code(200),
                contents: [
                    content(
                        "multipart/form-data",
                        .multipart(
                            .named("Report"),
                            [
                                PropertyEncoding(
                                    property: "photo", contentType: "image/png, image/jpeg",
                                    headers: [Response.Header(name: "X-Size", isRequired: true, type: .integer)]),
                                PropertyEncoding(property: "details", contentType: "application/json"),
                                PropertyEncoding(property: "filter", style: .deepObject, hasTypedParts: false),
                            ]))
                ], origin: here)
        ]),
    operation(
        "downloadFrames", "GET", [],
        [
            Response(
                status: .code(200), contents: [content("multipart/mixed", .multipart(.named("Frame"), []))],
                origin: here),
            Response(
                status: .code(201), contents: [content("multipart/related", .multipart(.named("Single"), []))],
                origin: here),
            Response(status: .code(204), contents: [], origin: here),
        ]),
    operation(
        "watchCharges", "GET", [],
        [
            Response(
                status: .code(200),
                contents: [content("text/event-stream", .events(.named("Receipt"), .data, end: nil))],
                origin: here),
            Response(
                status: .default,
                contents: [content("text/event-stream", .events(.named("Receipt"), .data, end: nil))], origin: here),
        ]),
    operation(
        "complete", "POST", [content("application/json", .json(.named("Charge")))],
        [
            Response(
                status: .code(200),
                contents: [
                    content("application/json", .json(.named("Receipt"))),
                    content("text/event-stream", .events(.string, .text, end: "END")),
                ], origin: here),
            Response(status: .code(404), contents: [], origin: here),
        ]),
    operation(
        "listRecords", "GET", [],
        [
            Response(
                status: .code(200),
                contents: [content("application/json-seq", .elements(.array(.integer), .textSequence))], origin: here)
        ]),
    Operation(
        id: "searchCharges", method: "GET", path: "/charges",
        parameters: [
            Parameter(
                name: "filter", location: .querystring, style: .form, explode: false, isRequired: true,
                type: .named("Charge"), contentType: "application/x-www-form-urlencoded",
                encodings: [PropertyEncoding(property: "expand", style: .pipeDelimited, explode: false)], origin: here)
        ],
        responses: [
            Response(
                status: .code(200),
                headers: [
                    Response.Header(
                        name: "X-Rate-Limit", isRequired: true, documentation: "Calls left.", type: .integer),
                    Response.Header(name: "Link", isRequired: false, type: .array(.string)),
                    Response.Header(name: "values", isRequired: false, type: .of(.map(.string)), explode: true),
                ], contents: [content("application/json", .json(.named("Receipt")))],
                links: [
                    Response.Link(
                        target: "createCharge", documentation: "Repeats the charge.",
                        arguments: [
                            .init(name: "body", value: "$response.body#/charge"), .init(name: "at", value: "1"),
                        ]),
                    Response.Link(target: "https://example.com/openapi.yaml#/paths/~1users/get"),
                ], origin: here)
        ],
        servers: [
            Server(
                urlTemplate: "https://{region}.example.com",
                variables: [Server.Variable(name: "region", defaultValue: "eu")])
        ], origin: here),
]

private let webhooks: [Webhook] = [
    Webhook(
        name: "charge.succeeded", method: "POST", summary: "A charge has succeeded.",
        contents: [content("application/json", .json(.named("Receipt")))], origin: here),
    Webhook(
        name: "onReceipt", method: "PUT",
        callback: Webhook.Callback(operation: "createCharge", expression: "{$request.body#/url}"),
        contents: [content("application/json", .json(.array(.named("Receipt"))))], origin: here),
    Webhook(
        name: "onReceipt", method: "POST",
        callback: Webhook.Callback(operation: "updateCharge", expression: "{$request.body#/url}"),
        contents: [content("application/json", .json(.named("Receipt")))], origin: here),
    Webhook(name: "ping", method: "POST", contents: [], origin: here),
    Webhook(
        name: "receipt.scanned", method: "POST",
        contents: [
            content(
                "multipart/form-data",
                .multipart(
                    .named("Scan"),
                    [PropertyEncoding(property: "receipt", style: .deepObject, explode: true, hasTypedParts: false)]))
        ], origin: here),
    Webhook(
        name: "report.made", method: "POST",
        contents: [content("multipart/form-data", .multipart(.named("Report"), []))], origin: here),
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
