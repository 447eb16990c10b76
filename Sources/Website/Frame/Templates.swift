import Mustache
import Publication

/// The Mustache templates of the pages, parsed once. A template fills in strings and decides nothing.
package struct Templates: Sendable {
    private let library: MustacheLibrary

    /// - Parameter texts: By name, without the ending of the file.
    /// - Throws: ``WebsiteFailure/templateUnreadable(name:reason:)``.
    package init(_ texts: [String: String]) throws(WebsiteFailure) {
        var templates: [String: MustacheTemplate] = [:]
        for (name, text) in texts {
            do { templates[name] = try MustacheTemplate(string: Markup.template(text)) } catch {
                throw .templateUnreadable(name: name, reason: "\(error)")
            }
        }
        library = MustacheLibrary(templates: templates)
    }

    /// A value put into a template; a misspelt key renders as nothing, so each page has a test that knows its keys.
    ///
    /// - Returns: HTML, escaped wherever the template has two braces; empty where there is no such template.
    package func render(_ value: some Sendable, with name: String) -> String {
        library.render(templateValue(value), withTemplate: name) ?? ""
    }
}
