import Access
import HTTPTypes

@testable import Website

/// A route with an address that has its shape, and what the table says of it.
struct AskedRoute: Sendable {
    let name: String
    let method: HTTPRequest.Method
    /// Names that nobody has stand where the pattern has braces.
    let address: String
    let rule: RouteRule
    let isOfInterface: Bool
    let isForAnybody: Bool
    /// In bytes; 0 where no body is read.
    let bodyLimit: Int
    /// A type that the route reads.
    let formType: [String: String]
    private let gate: RouteGate

    init(_ route: Route, _ gate: RouteGate) {
        name = "\(route.method.rawValue) \(route.pattern)"
        method = route.method
        address = route.pattern.replacing(/\{[^}]+\}/, with: "nobody")
        rule = route.rule
        isOfInterface = route.voice == .interface
        isForAnybody = gate.admitsAnybody(route.rule)
        bodyLimit = route.body.limit
        let type =
            switch route.body {
            case .none, .form, .raw: "application/x-www-form-urlencoded"
            case .json: "application/json"
            case .upload: "multipart/form-data; boundary=x"
            }
        formType = ["Content-Type": type]
        self.gate = gate
    }

    /// The least that can be read as the body of the route.
    var smallBody: String {
        switch formType["Content-Type"] {
        case "application/json": "{}"
        case "multipart/form-data; boundary=x": "--x--\r\n"
        default: "a=b"
        }
    }

    /// Whether the function may come at all.
    func admits(_ kind: FunctionKind) -> Bool {
        gate.admits(Actor(account: "account-x", function: kind, organisation: nil), under: rule)
    }
}
