import Accounts
import HTTPTypes
package import Publication
import Vocabulary

/// Makes the pages of the house: texts, templates and style sheet, read once when it starts.
package struct Pages: Sendable {
    /// The first one is for readers who ask for none of them.
    package let languages: [Texts]
    package let templates: Templates
    let styleSheet: [UInt8]
    /// The style sheet's hash is in its name, so that it may be kept for ever.
    let styleSheetPath: String
    let icon: HouseIcon

    /// - Parameters:
    ///   - languages: At least one.
    ///   - templates: Mustache texts by name.
    ///   - styleSheet: `Resources/style/workbench.css`.
    /// - Throws: ``WebsiteFailure/templateUnreadable(name:reason:)``.
    package init(
        languages: [Texts], templates: [String: String], styleSheet: [UInt8], icon: HouseIcon
    ) throws(WebsiteFailure) {
        self.languages = languages
        self.templates = try Templates(templates)
        self.styleSheet = styleSheet
        self.icon = icon
        styleSheetPath = "/workbench-\(digest(of: styleSheet).prefix(12)).css"
    }

    /// The texts of a language; those of the first where the house does not have it.
    package func texts(_ language: String) -> Texts {
        guard let texts = languages.first(where: { $0.language == language }) ?? languages.first else {
            preconditionFailure("a house has at least one language")
        }
        return texts
    }

    /// The language to answer in: the one chosen, else the best by `Accept-Language`.
    func language(chosen: String?, accepted: String) -> String {
        let tags = languages.map(\.language)
        if let chosen, tags.contains(chosen) { return chosen }
        return LanguageChoice.best(for: accepted, of: tags) ?? texts("").language
    }

    /// A failure in the words of a language, where it has them: those of its code, else its own.
    func words(for failure: any CodedFailure, status: Int, in language: String) -> (title: String, detail: String) {
        let texts = texts(language)
        let title =
            texts.text("problems.\(failure.code).title")
            ?? texts["problems.\(status / 100 == 5 ? "ours" : "yours")"]
        let places = (failure as? any PlacedFailure)?.places ?? [:]
        return (title, ProblemMeaning.key(of: failure.code, texts).map { texts.filled($0, places) } ?? failure.message)
    }

    func html(_ frame: WorkbenchFrame, for context: FrameContext) -> [UInt8] {
        Array(templates.render(FramedPage(frame, context, self), with: "frame").utf8)
    }
}

extension Exchange {
    /// A page in the frame of the house.
    package func page(_ frame: WorkbenchFrame, status: Int = 200) -> Answer {
        let query = query.all.isEmpty ? "" : "?" + query.encoded
        let context = FrameContext(
            language: language, visitor: visitor, token: formToken, returnPath: method == .get ? path + query : "/")
        var answer = Answer.html(pages.html(frame, for: context), status: status)
        answer.headers[.contentLanguage] = language
        return answer
    }

    /// The texts in the language of the visitor.
    package var texts: Texts { pages.texts(language) }
}
