"""The demo hall: hall.toml as it is written on first use, with every key explained to whoever opens it.

Elsewhere: reading and checking it (settings.py), what the values mean (domain.hall).
"""

DEMO = """\
# 大厅设置。改完保存，重新打开程序就生效。写错了程序会说是哪一行、怎么改。

[hall]
name = "文化路街道便民服务大厅"
# live = true 表示正式对外：演练用的命令和 KIOSK_NOW 都会被拒绝。
live = false
timezone = "Asia/Shanghai"
# 印在小票上：拿到号以后去哪里等。
place = "听叫号，看大屏"
# 大厅自己的网页，印在带走的清单上；没有就不写。
# url = "https://www.example.gov.cn/hall"

# 排队的队列。id 是一个大写字母，就是号码的第一个字。
# service_minutes：平均一个人要办几分钟，用来估计等多久。
# quota：这个队列一天最多发几个号；不限就不写。
# weight：一个窗口办几个队列时先叫最早的；写 3 就是这个队列的号当作早取了 3 个号，0 到 20，不写是 0。
[[line]]
id = "A"
name = "一口受理"
description = "大部分事情，一个窗口都能办"
service_minutes = 8

[[line]]
id = "B"
name = "社保"
description = "养老、医保、社保卡这些事"
service_minutes = 10

[[line]]
id = "H"
name = "金小二帮办"
description = "不会填、走不动、说不清，有人帮您办"
service_minutes = 15

# 窗口。lines 是这个窗口叫哪些队列的号；open = false 表示今天不开这个窗口。
[[counter]]
number = 1
lines = ["A", "B", "H"]

[[counter]]
number = 2
lines = ["A", "B"]

[[counter]]
number = 3
lines = ["A", "B"]

# 开门时间，24 小时制；空的方括号表示不开门。法定节假日和调休在程序里，不写在这里。
[hours]
monday = ["09:00-12:00", "13:00-17:00"]
tuesday = ["09:00-12:00", "13:00-17:00"]
wednesday = ["09:00-12:00", "13:00-17:00"]
thursday = ["09:00-12:00", "13:00-17:00"]
friday = ["09:00-12:00", "13:00-17:00"]
saturday = []
sunday = []
# 调休上班的那一天按什么时间开。
makeup_workday = ["09:00-12:00", "13:00-17:00"]

# 小票打印机。kind 可以是：
#   none     没有打印机
#   network  address = "192.168.1.50" 或 "192.168.1.50:9100"
#   usb      address = "04b8:0e15"（厂商:产品，十六进制）
#   serial   address = "/dev/ttyS0" 或 "COM3"，baud = 115200
#   file     address = "/dev/usb/lp0"
#   windows  address = "打印机在系统里的名字"
#   preview  address = "一个文件夹"，不出纸，每张小票存成图片
# dots 是一行多少点：80 毫米纸 576，58 毫米纸 384。
[printer]
kind = "none"
dots = 576

# 打印办事清单。a4 是 A4 打印机，可以是：
#   none            没有，清单印在小票纸上；小票打印机也没有，就只给二维码
#   cups:队列名      这台电脑 CUPS 里的打印机
#   ipp://主机/路径   别的电脑上的 CUPS（路径是 /printers/队列名），或者自己会收 PDF 的打印机
#   windows:打印机名  Windows 里的打印机，名字照系统里写
#   folder:文件夹    不出纸，存成 PDF
[printing]
a4 = "none"

# 屏幕。diagonal 是英寸，mount_mm 是屏幕下边离地多少毫米，kiosk 是这一台的机号。
[screen]
diagonal = 21.5
mount_mm = 800
kiosk = 1

# 每一台机器在哪里：有人在机器上找金小二时，去的人看这个。
# [[kiosk]]
# number = 1
# place = "进门左手第一台"

# 某一件事一天最多发几个号：编码 = 几个。不限就不写。
# [quotas]
# WHL-MZ-001 = 30

# 好差评。hosts 是评价码可以通向的网站，核对过是官方的才写；写好以后用
# kiosk rating-code import --counter 1 图片 把每个窗口的码装上。
# [rating]
# hosts = ["pj.example.gov.cn"]

# 告示。kind：hall 大厅的，street 街道的。from 和 until 是第一天和最后一天，可以不写。
[[notice]]
title = "办事内容还在核对"
text = "这台机器上的办事指南还在由大厅逐项核对。没写明的，以窗口答复为准。"
kind = "hall"
"""
