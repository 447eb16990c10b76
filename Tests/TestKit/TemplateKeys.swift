/// Walks a template beside the value that fills it and names the keys that the value has not: Mustache itself would
/// print nothing for them.
package struct TemplateKeys {
    private enum Token {
        case variable(String)
        case section(String, isInverted: Bool)
        case end
        case partial(String)
    }

    private let templates: [String: String]

    /// - Parameter templates: Mustache texts by name.
    package init(templates: [String: String]) { self.templates = templates }

    /// Keys that no value gives, and lists that are empty in the sample so that their inside is not tried.
    package func problems(of page: Any, in template: String) -> [String] {
        var tokens = tokens(of: template)[...]
        return walk(&tokens, [page], template, isSkipped: false)
    }

    /// Members of a value, at any depth, that neither the template nor a part of it names: work that nobody sees, or a key
    /// that was misspelt.
    ///
    /// - Parameter others: Members that are for the code, such as what stands in the frame.
    package func unused(of page: Any, in template: String, except others: Set<String> = []) -> [String] {
        var named: Set<String> = []
        var seen: Set<String> = []
        collect(template, &named, &seen)
        return Array(members(of: page).subtracting(named).subtracting(others)).sorted()
    }

    private func collect(_ template: String, _ named: inout Set<String>, _ seen: inout Set<String>) {
        guard seen.insert(template).inserted else { return }
        for token in tokens(of: template) {
            switch token {
            case .variable(let key), .section(let key, _): named.formUnion(key.split(separator: ".").map(String.init))
            case .partial(let name): collect(name, &named, &seen)
            case .end: break
            }
        }
    }

    /// Labels of structures and of the members of their lists.
    private func members(of value: Any) -> Set<String> {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .struct:
            guard !(value is String) else { return [] }
            return mirror.children.reduce(into: []) { labels, child in
                if let label = child.label, !label.hasPrefix("_") { labels.insert(label) }
                labels.formUnion(members(of: child.value))
            }
        case .collection, .optional: return mirror.children.reduce(into: []) { $0.formUnion(members(of: $1.value)) }
        default: return []
        }
    }

    private func walk(_ tokens: inout ArraySlice<Token>, _ stack: [Any], _ template: String, isSkipped: Bool)
        -> [String]
    {
        var found: [String] = []
        while let token = tokens.popFirst() {
            switch token {
            case .end: return found
            case .variable(let key):
                if !isSkipped, value(of: key, in: stack) == nil { found.append("\(template): {{\(key)}}") }
            case .partial(let name):
                guard !isSkipped else { continue }
                if templates[name] == nil { found.append("\(template): no template \(name)") }
                var inner = self.tokens(of: name)[...]
                found += walk(&inner, stack, name, isSkipped: false)
            case .section(let key, let isInverted):
                guard !isSkipped, let value = value(of: key, in: stack) else {
                    if !isSkipped { found.append("\(template): {{#\(key)}}") }
                    found += walk(&tokens, stack, template, isSkipped: true)
                    continue
                }
                let context = isInverted ? nil : inside(value)
                if !isInverted, let list = value as? [Any], list.isEmpty {
                    found.append("\(template): \(key) is empty")
                }
                let isEmpty = !isInverted && (value as? [Any])?.isEmpty == true
                found += walk(&tokens, stack + (context.map { [$0] } ?? []), template, isSkipped: isEmpty)
            }
        }
        return found
    }

    /// What a section opens: the first element of a list, a value with parts, a text; a truth value opens nothing.
    private func inside(_ value: Any) -> Any? {
        if let list = value as? [Any] { return list.first }
        return value is Bool ? nil : value
    }

    private func value(of key: String, in stack: [Any]) -> Any? {
        if key == "." { return stack.last }
        let parts = key.split(separator: ".").map(String.init)
        guard let first = parts.first else { return nil }
        for context in stack.reversed() {
            guard let found = member(first, of: context) else { continue }
            return parts.dropFirst().reduce(Optional(found)) { value, part in value.flatMap { member(part, of: $0) } }
        }
        return nil
    }

    private func member(_ name: String, of value: Any) -> Any? {
        Mirror(reflecting: value).children.first { $0.label == name }?.value
    }

    private func tokens(of template: String) -> [Token] {
        (templates[template] ?? "").split(separator: "{{", omittingEmptySubsequences: false).dropFirst().map { part in
            let tag = part.prefix { $0 != "}" }.drop { $0 == "{" }
            let name = tag.dropFirst().trimmingPrefix { $0 == " " }
            return switch tag.first {
            case "#": .section(String(name), isInverted: false)
            case "^": .section(String(name), isInverted: true)
            case "/": .end
            case ">": .partial(String(name))
            default: .variable(String(tag))
            }
        }
    }
}
