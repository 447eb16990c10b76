import Publication

/// The frame of the house with every string ready, for `frame.mustache`.
struct FramedPage: Sendable {
    struct Language: Sendable {
        let href: String
        let tag: String
        let name: String
        let isCurrent: Bool
    }

    struct Item: Sendable {
        let href: String
        let text: String
        let isCurrent: Bool
        let hasCount: Bool
        let count: String
    }

    struct PurposeBar: Sendable {
        let text: String
        let href: String
        let change: String
        let isUnusual: Bool
    }

    let language: String
    let direction: String
    let site: String
    let title: String
    /// The title for the window, where no markup can keep signs that turn the direction of writing to themselves.
    let windowTitle: String
    let styleSheet: String
    let icon: String
    let skip: String
    let home: String
    let navigationLabel: String
    let hasNavigation: Bool
    let navigation: [Item]
    let breadcrumbLabel: String
    let hasBreadcrumb: Bool
    let breadcrumb: [WorkbenchFrame.Step]
    let languagesLabel: String
    let languages: [Language]
    let exit: String
    let exitHint: String
    let isSignedIn: Bool
    let name: String
    let account: String
    let signOut: String
    let tokenField: String
    let token: String
    let purpose: [PurposeBar]
    let hasMarking: Bool
    let marking: String
    let width: String
    let main: String
    let foot: String

    init(_ frame: WorkbenchFrame, _ exchange: FrameContext, _ pages: Pages) {
        let texts = pages.texts(exchange.language)
        language = texts.language
        direction = texts.direction
        site = texts["site.title"]
        title = frame.title
        windowTitle = frame.title.withoutTurns
        styleSheet = pages.styleSheetPath
        icon = pages.icon.path
        skip = texts["site.skip"]
        home = exchange.isSignedIn ? HousePaths.home : "/"
        navigationLabel = texts["site.navigation"]
        navigation = frame.navigation.map {
            Item(
                href: $0.href, text: $0.text, isCurrent: $0.isCurrent, hasCount: ($0.count ?? 0) > 0,
                count: String($0.count ?? 0))
        }
        hasNavigation = !navigation.isEmpty
        breadcrumbLabel = texts["frame.breadcrumb"]
        breadcrumb = frame.breadcrumb
        hasBreadcrumb = !breadcrumb.isEmpty
        languagesLabel = texts["site.languages"]
        languages = pages.languages.map {
            Language(
                href: "\(HousePaths.language)/\($0.language)?after=\(PercentText.encoded(exchange.returnPath))",
                tag: $0.language, name: $0.name, isCurrent: $0.language == texts.language)
        }
        exit = texts["frame.exit"]
        exitHint = texts["frame.exit-hint"]
        isSignedIn = exchange.isSignedIn
        name = exchange.name
        account = texts["frame.account"]
        signOut = texts["frame.sign-out"]
        tokenField = FormToken.field
        token = exchange.token
        purpose =
            frame.purpose.map {
                [PurposeBar(text: $0.text, href: $0.href, change: $0.change, isUnusual: !$0.isUsual)]
            } ?? []
        hasMarking = frame.marking != nil
        marking = frame.marking ?? ""
        width = frame.width.rawValue
        main = frame.main
        foot = texts["frame.foot"]
    }
}

/// What a frame needs of a request; a refusal has it before there is an exchange.
struct FrameContext: Sendable {
    let language: String
    let isSignedIn: Bool
    let name: String
    let token: String
    /// Where to come back to after another language was chosen.
    let returnPath: String

    init(language: String, visitor: Visitor, token: String, returnPath: String) {
        self.language = language
        self.token = token
        self.returnPath = returnPath
        if case .signedIn(let who) = visitor {
            isSignedIn = who.formSecret != nil
            name = who.name
        } else {
            isSignedIn = false
            name = ""
        }
    }
}
