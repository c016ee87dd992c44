import ApusServer
import GalileoServer

extension GalileoService {
    /// The service answers with `detail`: a list of the problems for a status 422, or a text.
    ///
    /// It knows no status 400 and no 415: what cannot be read is answered with 422 too.
    static func reply(to refusal: ServerRefusal) -> ServerReply {
        switch refusal.reason {
        case .unreadable, .invalid, .unsupportedMediaType, .notAcceptable:
            .json(422, HTTPValidationError(detail: detail(of: refusal)))
        default:
            .json(refusal.status, ErrorBody(detail: .text(refusal.detail)))
        }
    }

    private static func detail(of refusal: ServerRefusal) -> ErrorDetail {
        if refusal.problems.isEmpty {
            return .problems([RequestProblem(loc: [.string("header")], msg: refusal.detail, type: "value_error")])
        }
        return .problems(
            refusal.problems.map { problem in
                let place = [problem.place.name] + [problem.parameter].compactMap(\.self)
                return RequestProblem(
                    loc: place.map { .string($0) } + steps(of: problem.violation.pointer),
                    msg: problem.violation.message, type: problem.violation.keyword)
            })
    }

    /// Returns the members and indices of a JSON Pointer.
    private static func steps(of pointer: String) -> [LocationStep] {
        pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init).map { step in
            Int(step).map { .integer($0) }
                ?? .string(step.replacing("~1", with: "/").replacing("~0", with: "~"))
        }
    }
}

extension ServerRefusal.Problem.Place {
    fileprivate var name: String { "\(self)" }
}
