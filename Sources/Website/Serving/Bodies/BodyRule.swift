/// Which bodies a route reads, and how much of them. Everything else is refused before a handler hears of it.
package enum BodyRule: Hashable, Sendable {
    case none
    /// A form without files. `isSecret`: holds a password or a code, so that a refusal never shows it again.
    case form(limit: Int = 64 << 10, isSecret: Bool = false)
    /// `application/json` or a type that ends with `+json`; whole numbers, at most 32 levels, no name twice.
    case json(limit: Int = 1 << 20)
    /// A form that may have files; `limit` for all of it, `fields` for what is no file.
    case upload(limit: Int, fields: Int = 64 << 10)
    /// The bytes as they are, whatever their type.
    case raw(limit: Int)

    /// In bytes, for the whole body.
    var limit: Int {
        switch self {
        case .none: 0
        case .form(let limit, _), .json(let limit), .upload(let limit, _), .raw(let limit): limit
        }
    }

    /// What the refusal of another type names.
    var expected: String {
        switch self {
        case .none: "no body"
        case .form: "application/x-www-form-urlencoded"
        case .json: "application/json"
        case .upload: "multipart/form-data"
        case .raw: "a body with its Content-Type"
        }
    }

    /// Whether a browser can send such a body from a form of any site.
    var isForm: Bool {
        switch self {
        case .form, .upload: true
        case .none, .json, .raw: false
        }
    }
}
