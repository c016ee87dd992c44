import HTTPTypes
import Hummingbird
import NIOCore
import OpenAPIRuntime

/// Serves the operations of swift-openapi-generator with Hummingbird.
struct HummingbirdRoutes: ServerTransport {
    let router: Router<BasicRequestContext>

    func register(
        _ handler:
            @escaping @Sendable (HTTPRequest, HTTPBody?, ServerRequestMetadata) async throws -> (
                HTTPResponse, HTTPBody?
            ), method: HTTPRequest.Method, path: String
    ) throws {
        router.on(RouterPath(path), method: method) { request, context in
            let length = request.headers[.contentLength].flatMap { Int64($0) }
            let body = HTTPBody(
                request.body.map { ArraySlice($0.readableBytesView) }, length: length.map { .known($0) } ?? .unknown,
                iterationBehavior: .single)
            let parameters = Dictionary(
                uniqueKeysWithValues: context.parameters.map { (String($0.key), $0.value) })
            let (response, responseBody) = try await handler(
                request.head, body, ServerRequestMetadata(pathParameters: parameters))
            return Response(
                status: response.status, headers: response.headerFields, body: Self.body(of: responseBody))
        }
    }

    private static func body(of body: HTTPBody?) -> ResponseBody {
        guard let body else { return ResponseBody() }
        let buffers = body.map { ByteBuffer(bytes: $0) }
        return switch body.length {
        case .known(let length): ResponseBody(contentLength: Int(length)) { try await $0.write(all: buffers) }
        case .unknown: ResponseBody { try await $0.write(all: buffers) }
        }
    }
}

extension ResponseBodyWriter {
    fileprivate consuming func write(all buffers: some AsyncSequence<ByteBuffer, any Error>) async throws {
        for try await buffer in buffers { try await write(buffer) }
        try await finish(nil)
    }
}
