// The console's window: the bar alone, the bar over the full window, or the door. Keys arrive at the console and nowhere else.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.CounterModels

Rectangle {
    id: root

    required property ConsoleViewModel desk
    required property SignInViewModel signIn
    required property BarViewModel bar
    required property QueueViewModel queue
    required property MatterViewModel matter
    required property CounterGuideViewModel guide
    required property HelpPageViewModel help
    required property SheetsViewModel sheets
    required property FiguresViewModel figures
    readonly property bool door: desk.wide && desk.door !== "open"

    color: Theme.colour.paper

    Binding {
        property: "unit"
        target: StaffTheme
        value: root.desk.unit
    }
    ConsoleBar {
        id: strip

        bar: root.bar
        desk: root.desk
        height: StaffTheme.bar
        signIn: root.signIn
        visible: !root.door
        width: parent.width
    }
    Loader {
        active: root.desk.wide && !root.door
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: strip.bottom

        sourceComponent: DeskWindow {
            desk: root.desk
            visible: !root.desk.sheet
            guide: root.guide
            help: root.help
            matter: root.matter
            queue: root.queue
        }
    }
    Loader {
        active: root.desk.wide && !root.door && root.desk.sheet === "keys"
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: strip.bottom

        sourceComponent: KeysSheet {
            desk: root.desk
            sheets: root.sheets
        }
    }
    Loader {
        active: root.desk.wide && !root.door && root.desk.sheet === "figures"
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: strip.bottom

        sourceComponent: FiguresPage {
            desk: root.desk
            figures: root.figures
        }
    }
    Loader {
        active: root.desk.wide && !root.door && root.desk.sheet === "rating"
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: strip.bottom

        sourceComponent: RatingSheet {
            desk: root.desk
            sheets: root.sheets
        }
    }
    Loader {
        active: root.door
        anchors.fill: parent

        sourceComponent: SignInPage {
            desk: root.desk
            signIn: root.signIn
        }
    }
}
