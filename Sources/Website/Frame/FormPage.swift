import Publication

/// One form on one page, for `form.mustache`: what it is for, what went wrong the last time, its fields and its button.
package struct FormPage: Sendable {
    /// A field to type into.
    package struct Input: Sendable {
        package var name: String
        package var label: String
        package var hint = ""
        /// `text`, `password`, `date` …
        package var type = "text"
        package var value = ""
        /// What a browser may fill in: `username`, `current-password`, `one-time-code` …
        package var autocomplete = "off"
        /// Whether it takes a code of few characters.
        package var isCode = false
        /// Whether this field is what was wrong.
        package var isWrong = false

        package init(_ name: String, label: String) {
            self.name = name
            self.label = label
        }
    }

    /// One of several, of which one is chosen.
    package struct Choice: Sendable {
        package let value: String
        package let text: String
        package let detail: String
        package let isChosen: Bool

        package init(value: String, text: String, detail: String = "", isChosen: Bool = false) {
            self.value = value
            self.text = text
            self.detail = detail
            self.isChosen = isChosen
        }
    }

    /// A way on, below the form.
    package struct Link: Sendable {
        package let href: String
        package let text: String

        package init(href: String, text: String) {
            self.href = href
            self.text = text
        }
    }

    /// Sent there with POST.
    package var action: String
    package var button: String
    package var lead = ""
    /// What went wrong, or was done, the last time.
    package var notice = ""
    package var isNoticeGood = false
    /// Shown, not sent: a name and a value each, such as a secret to be typed elsewhere.
    package var shown: [Fields.Field] = []
    package var hidden: [Fields.Field] = []
    package var inputs: [Input] = []
    /// Name of the field of the choices.
    package var choiceName = ""
    package var choiceLabel = ""
    package var choices: [Choice] = []
    package var links: [Link] = []

    package init(action: String, button: String) {
        self.action = action
        self.button = button
    }
}

/// The form with what only the exchange knows, as the template reads it.
struct FormView: Sendable {
    let form: FormPage
    let hasLead: Bool
    let hasNotice: Bool
    let noticeKind: String
    let hasShown: Bool
    let hasChoices: Bool
    let tokenField: String
    let token: String
    let inputs: [Line]

    /// An input with its place, so that its hint has a name.
    struct Line: Sendable {
        let input: FormPage.Input
        let place: Int
        let hasHint: Bool
    }

    init(_ form: FormPage, token: String) {
        self.form = form
        hasLead = !form.lead.isEmpty
        hasNotice = !form.notice.isEmpty
        noticeKind = form.isNoticeGood ? "good" : "wrong"
        hasShown = !form.shown.isEmpty
        hasChoices = !form.choices.isEmpty
        tokenField = FormToken.field
        self.token = token
        inputs = form.inputs.enumerated().map { Line(input: $1, place: $0, hasHint: !$1.hint.isEmpty) }
    }
}

extension Exchange {
    /// A page with one form in the frame of the house.
    package func page(_ title: String, _ form: FormPage, status: Int = 200) -> Answer {
        let main = pages.templates.render(FormView(form, token: formToken), with: "form")
        return page(WorkbenchFrame(title: title, main: main, width: .narrow), status: status)
    }
}
