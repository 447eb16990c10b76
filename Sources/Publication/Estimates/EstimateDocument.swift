package import Statistics

/// The page about an estimate as a file of its own: its style is in it, it needs no script, and it can be printed.
package enum EstimateDocument {
    /// - Parameters:
    ///   - file: Its name, for the appendix.
    ///   - hash: SHA-256 of that file.
    ///   - templates: Mustache texts by name.
    ///   - styleSheet: CSS that is put into the page.
    /// - Returns: nil where there is no template `estimate`.
    /// - Throws: what a template says that cannot be read.
    package static func html(
        _ report: EstimateReport, file: String, hash: String, texts: Texts, templates: [String: String],
        styleSheet: String
    ) throws -> [UInt8]? {
        let wording = EstimateWording(report, texts)
        let page = EstimatePage(wording, file: file, hash: hash, style: styleSheet)
        return try PageTemplates(templates).render(page, in: EstimatePage.template)
    }
}
