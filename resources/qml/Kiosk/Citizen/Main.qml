// The kiosk's window: one page at a time, the header and the persistent bar over all of them.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.CitizenModels

Rectangle {
    id: root

    required property CitizenViewModel citizen
    readonly property bool elder: citizen.elder
    readonly property bool low: citizen.low

    // Laying out every page that was made takes half a second; the one that is seen takes what a page change takes.
    function putPagesAway(): void {
        for (const child of pages.children)
            (child as PageHost)?.putAway();
    }

    color: Theme.colour.paper

    onElderChanged: {
        putPagesAway();
        Theme.elder = elder;
    }
    onLowChanged: {
        putPagesAway();
        Theme.low = low;
    }

    // The screen and the modes are the theme's only inputs; the role has set them once before this file was read.
    Binding {
        property: "shortSide"
        target: Theme
        value: Math.min(root.width, root.height)
        when: root.width > 0
    }
    Binding {
        property: "longSide"
        target: Theme
        value: Math.max(root.width, root.height)
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
            file: "OtherEventsPage.qml"
            page: "other-events"
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
            file: "QuestionsPage.qml"
            page: "questions"
        }
        PageHost {
            citizen: root.citizen
            file: "MyListPage.qml"
            page: "my-list"
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
            file: "TakeAwayPage.qml"
            page: "take-away"
        }
        PageHost {
            citizen: root.citizen
            file: "AttachmentPage.qml"
            page: "attachment"
        }
        PageHost {
            citizen: root.citizen
            file: "MyTurnPage.qml"
            page: "my-turn"
        }
        PageHost {
            citizen: root.citizen
            file: "ChangeRollPage.qml"
            page: "change-roll"
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
