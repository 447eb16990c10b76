import Foundation
import Website

/// docs/reference/routes.md: every address of the house with who may come to it.
struct RouteReference {
    let table: RouteTable

    func markdown() -> String {
        """
        # Routes

        Made from the route table by `make reference`; do not edit. A rule opens the door of the house: what is read or \
        written behind it is decided again, record by record, by the same policy. Every route that answers GET answers \
        HEAD too, and every one answers OPTIONS.

        | method | address | who may come | body | failures are told as |
        |---|---|---|---|---|
        \(table.routes.map(line).sorted().joined(separator: "\n"))

        """
    }

    private func line(_ route: Route) -> String {
        let voice = route.voice == .page ? "a page" : "problem+json"
        return "| \(route.methodName) | `\(address(route.pattern))` | \(route.rule) | \(body(route.body)) | \(voice) |"
    }

    /// Style sheets and the icon carry a hash that changes with whatever is in them.
    private func address(_ pattern: String) -> String {
        pattern.replacing(/-[0-9a-f]{12}\.(css|svg)/) { "-{hash}.\($0.output.1)" }
    }

    private func body(_ rule: BodyRule) -> String {
        switch rule {
        case .none: "none"
        case .form(let limit, _): "form, \(size(limit))"
        case .json(let limit): "JSON, \(size(limit))"
        case .upload(let limit, _): "form with files, \(size(limit))"
        case .raw(let limit): "any, \(size(limit))"
        }
    }

    private func size(_ bytes: Int) -> String { bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes >> 10) KiB" }
}
