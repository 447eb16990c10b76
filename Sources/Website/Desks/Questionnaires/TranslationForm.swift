import Mechanisms
import Publication
import Registry
import Vocabulary

/// The form of a questionnaire's texts in one language, each beside its source.
struct TranslationForm {
    let page: DeskPage

    init(_ sheet: QuestionnaireSheet, into language: String, problems: [String], _ visit: Visit) {
        let coverage = sheet.coverage(language)
        let sent = visit.exchange.form
        let units: [RecordID?] = [nil] + sheet.questions.map(\.record)
        let controls = units.flatMap { unit -> [DeskForm.Control] in
            guard let original = sheet.originals[unit] else { return [] }
            let (present, id) = (coverage.translations[unit]?.wording, TranslationInput.id(unit))
            let standing = visit.asked("translation.\((coverage.standings[unit] ?? .missing).rawValue)")
            func control(_ name: String, _ source: String, _ value: String?, isLong: Bool) -> DeskForm.Control {
                let value = sent["\(name).\(id)"] ?? value ?? ""
                return .init(
                    "\(name).\(id)", source, isLong ? .area(value: value) : .line(type: "text", value: value),
                    hint: name == "text" ? standing : visit.asked("part.\(name)"))
            }
            var controls = [control("text", original.text, present?.text, isLong: original.text.count > 80)]
            if let help = original.help { controls.append(control("help", help, present?.help, isLong: true)) }
            if !original.options.isEmpty {
                let lines = QuestionWording.lines(original.options)
                controls.append(
                    control(
                        "options", original.options.map(\.label).joined(separator: " / "),
                        (present?.options).map(QuestionWording.lines) ?? lines, isLong: true))
            }
            return controls
        }
        let hidden = units.compactMap { unit in
            sheet.originals[unit].map {
                Fields.Field(name: "source.\(TranslationInput.id(unit))", value: $0.source)
            }
        }
        let reviewed = DeskForm.Control(
            "reviewed", visit.asked("reviewing"), .checks([.init("yes", visit.asked("reviewed-all"))]))
        let form = DeskForm(
            to: QuestionnairePaths.languages(sheet.record, language), visit.asked("save-translation"),
            hidden: [visit.keyField] + hidden, controls: controls + [reviewed])
        page = DeskPage(
            lead: visit.asked("translation-lead"), notices: problems.map { .init($0, .wrong) },
            sections: [DeskSection("texts", visit.language(language), forms: [form])], visit.exchange)
    }
}
