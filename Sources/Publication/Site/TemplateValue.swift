import Mustache

/// A value of a page as templates ask for it: its fields are read by reflection once.
///
/// The library reflects anew for each name that a template looks up, at each level above the one that has it: of a list
/// of fifty rows that was two thirds of the time. For one rendering on one thread.
final class TemplateValue: MustacheParent, CustomStringConvertible {
    private let value: Any
    private var fields: [String: Any] = [:]
    /// Fields that were asked for, with theirs read as well.
    private var asked: [String: Any] = [:]

    private init(_ mirror: Mirror, of value: Any) {
        self.value = value
        for child in mirror.children {
            if let label = child.label { fields[label] = child.value }
        }
    }

    /// The value with its fields read; texts, numbers and whatever templates look into by themselves as they are.
    ///
    /// - Returns: Nil for an optional that holds nothing.
    static func read(_ value: Any) -> Any? {
        if value is String || value is Bool || value is Int || value is any MustacheParent { return value }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { read($0.value) }
        case .collection: return mirror.children.map { read($0.value) ?? $0.value }
        case .struct where !(value is any MustacheSequence): return TemplateValue(mirror, of: value)
        default: return value
        }
    }

    func child(named name: String) -> Any? {
        if let known = asked[name] { return known }
        guard let field = fields[name], let child = TemplateValue.read(field) else { return nil }
        asked[name] = child
        return child
    }

    var description: String { String(describing: value) }
}

/// The value of a page, made ready for a template.
package func templateValue(_ value: some Sendable) -> Any { TemplateValue.read(value) ?? value }
