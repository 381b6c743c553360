// The frame's icons by meaning. Characters of the Material Design icon face; a test compares each with the package's own table.
import QtQuick

QtObject {
    readonly property string back: "\u{F004D}" // arrow-left
    readonly property string home: "\u{F06A1}" // home-outline
    readonly property string enlarge: "\u{F027F}" // format-size
    readonly property string speak: "\u{F057E}" // volume-high
    readonly property string low: "\u{F0792}" // arrow-collapse-down
    readonly property string language: "\u{F05CA}" // translate
    readonly property string search: "\u{F0349}" // magnify
    readonly property string next: "\u{F0142}" // chevron-right
    readonly property string previous: "\u{F0141}" // chevron-left
    readonly property string ticket: "\u{F13AA}" // ticket-confirmation-outline
    readonly property string printer: "\u{F1786}" // printer-outline
    readonly property string printed: "\u{F1146}" // printer-check
    readonly property string printerBroken: "\u{F042C}" // printer-alert
    readonly property string qrCode: "\u{F0432}" // qrcode
    readonly property string list: "\u{F0756}" // format-list-checks
    readonly property string check: "\u{F012C}" // check
    readonly property string checkCircle: "\u{F05E1}" // check-circle-outline
    readonly property string checkFilled: "\u{F05E0}" // check-circle
    readonly property string inform: "\u{F02FD}" // information-outline
    readonly property string warn: "\u{F05D6}" // alert-circle-outline
    readonly property string phone: "\u{F0DF0}" // phone-outline
    readonly property string person: "\u{F0013}" // account-outline
    readonly property string veteran: "\u{F113C}" // shield-star-outline
    readonly property string assisted: "\u{F138D}" // human-wheelchair
    readonly property string myTurn: "\u{F0B57}" // account-clock-outline
    readonly property string notice: "\u{F0B23}" // bullhorn-outline
    readonly property string clear: "\u{F0156}" // close
    readonly property string erase: "\u{F0B5C}" // backspace-outline
    readonly property string document: "\u{F09EE}" // file-document-outline
    readonly property string documentQuestion: "\u{F1036}" // file-question-outline
    readonly property string identity: "\u{F0DAB}" // card-account-details-outline
    readonly property string book: "\u{F0B63}" // book-open-outline
    readonly property string form: "\u{F0DC9}" // file-document-edit-outline
    readonly property string original: "\u{F1187}" // file-certificate-outline
    readonly property string copy: "\u{F018F}" // content-copy
    readonly property string shared: "\u{F1BEC}" // cloud-check-outline
    readonly property string helper: "\u{F15A1}" // handshake-outline
    readonly property string agency: "\u{F0BE2}" // account-check-outline
    readonly property string clock: "\u{F0150}" // clock-outline
    readonly property string money: "\u{F0114}" // cash
    readonly property string place: "\u{F07D9}" // map-marker-outline
    readonly property string basis: "\u{F05D1}" // scale-balance
    readonly property string question: "\u{F0625}" // help-circle-outline
    readonly property string more: "\u{F01D8}" // dots-horizontal
    readonly property string calendar: "\u{F0B67}" // calendar-outline
    readonly property string street: "\u{F0982}" // map-outline
    readonly property string elder: "\u{F1581}" // human-cane
    readonly property string tools: "\u{F0BE0}" // wrench-outline
    readonly property string contrast: "\u{F0197}" // contrast-circle
    readonly property string pause: "\u{F06CA}" // coffee-outline
    readonly property string alert: "\u{F002A}" // alert-outline
    readonly property string swap: "\u{F04E1}" // swap-horizontal
    readonly property string eraser: "\u{F01FE}" // eraser
}
