import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// The form by which a file is given for a record, for `workbench-document.mustache`.
struct DocumentForm: Sendable {
    struct Option: Sendable {
        let value: String
        let text: String
        let isChosen: Bool
    }

    let action: String
    let lead: String
    let errors: [StepForm.ErrorLine]
    let hasErrors: Bool
    let errorTitle: String
    let required: String
    let fileLabel: String
    let fileHint: String
    let fileError: String
    let hasFileError: Bool
    let described: String
    let effective: StepForm.FieldLine
    let disclosureLabel: String
    let none: String
    let disclosures: [Option]
    let key: String
    let send: String
    let cancel: String
    let cancelHref: String
    let tokenField: String
    let token: String

    /// - Parameter problems: With the fields `file`, `effective` and `disclosure`.
    init(for record: RecordID, _ input: StepInput, _ problems: [StepReading.Problem], _ visit: Visit) {
        let wording = visit.wording
        action = WorkbenchPaths.attach(record)
        lead = wording["document.lead"]
        errors = problems.map { StepForm.ErrorLine(href: "#f-\($0.field ?? "file")", text: $0.text) }
        hasErrors = !errors.isEmpty
        errorTitle = wording.counted("step.errors", errors.count)
        required = wording["step.required"]
        fileLabel = wording["document.file"]
        fileHint = wording.filled(
            "document.file-hint", ["megabytes": wording.texts.number(FileIntake.largest >> 20)])
        fileError = problems.filter { $0.field == "file" }.map(\.text).joined(separator: " ")
        hasFileError = !fileError.isEmpty
        described = "f-file-hint" + (hasFileError ? " f-file-error" : "")
        effective = StepForm.line(
            "effective", input, problems, isRequired: true, hint: wording["step.effective-hint"],
            label: wording["document.received-on"], wording)
        let document = visit.book.mechanism("document")
        disclosureLabel = document.map { wording.field($0, "disclosure") } ?? ""
        none = wording["step.no-choice"]
        let list = document?.field("disclosure")?.codeList ?? ""
        disclosures = (visit.book.codeLists[list]?.codes ?? []).map {
            Option(
                value: $0.id, text: wording.code(list, $0.id), isChosen: input.values(of: "disclosure").contains($0.id))
        }
        key = input["key"] ?? ""
        (send, cancel) = (wording["document.send"], wording["step.cancel"])
        cancelHref = WorkbenchPaths.record(record)
        (tokenField, token) = (FormToken.field, visit.exchange.formToken)
    }
}
