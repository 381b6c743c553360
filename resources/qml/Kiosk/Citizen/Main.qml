// The kiosk's window: one page at a time, the header and the persistent bar over all of them.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Rectangle {
    id: root

    required property CitizenViewModel citizen

    color: Theme.colour.paper

    // The screen and the modes are the theme's only inputs; the role has set them once before this file was read.
    Binding {
        property: "shortSide"
        target: Theme
        value: Math.min(root.width, root.height)
        when: root.width > 0
    }
    Binding {
        property: "portrait"
        target: Theme
        value: root.height >= root.width
        when: root.width > 0
    }
    Item {
        id: pages

        anchors.fill: parent
        anchors.bottomMargin: Theme.size.bar

        PageHost {
            citizen: root.citizen
            file: "HomePage.qml"
            page: "home"
        }
        PageHost {
            citizen: root.citizen
            file: "ListPage.qml"
            page: "list"
        }
        PageHost {
            citizen: root.citizen
            file: "LifeEventPage.qml"
            page: "life-event"
        }
        PageHost {
            citizen: root.citizen
            file: "SearchPage.qml"
            page: "search"
        }
        PageHost {
            citizen: root.citizen
            file: "GuidePage.qml"
            page: "guide"
        }
        PageHost {
            citizen: root.citizen
            file: "ProofPage.qml"
            page: "proof"
        }
        PageHost {
            citizen: root.citizen
            file: "TicketPage.qml"
            page: "ticket"
        }
        PageHost {
            citizen: root.citizen
            file: "TicketDonePage.qml"
            page: "ticket-done"
        }
        PageHost {
            citizen: root.citizen
            file: "HelperPage.qml"
            page: "helper"
        }
        PageHost {
            citizen: root.citizen
            file: "NoticesPage.qml"
            page: "notices"
        }
        PageHost {
            citizen: root.citizen
            file: "IdleQuestionPage.qml"
            page: "idle"
        }
        PageHost {
            citizen: root.citizen
            file: "FaultPage.qml"
            page: "fault"
        }
    }
    Header {
        citizen: root.citizen
        width: parent.width - 2 * Theme.size.margin
        x: Theme.size.margin
        y: Theme.size.headerTop
    }
    PersistentBar {
        anchors.bottom: parent.bottom
        citizen: root.citizen
        width: parent.width
    }
    FocusRing {
        target: root.Window.activeFocusItem as Pressable
    }
}
