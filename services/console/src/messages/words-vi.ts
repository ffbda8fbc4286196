export const vi = {
  messages: {
    title: 'Tin nhắn',
    own: 'Tin gửi cho tôi và bộ phận của tôi',
    noOwn: 'Không có tin chưa đọc.',
    unread: '{{count}} tin chưa đọc',
    read: 'Đã đọc',
    readOne: 'Đánh dấu đã đọc: {{subject}}',
    undelivered: 'Tin chưa đến người dân',
    noUndelivered: 'Mọi tin đã đến nơi hoặc đang được gửi.',
    to: 'Gửi {{who}}, lúc {{at}}',
    tried: 'đã thử {{count}} lần',
    by: 'Gửi bằng {{channel}}',
    byOf: 'Gửi bằng {{channel}}: hồ sơ {{code}}',
    noChannel: 'Không còn kênh nào khác: hãy gặp hoặc gọi cho người nhận.',
    queued: 'Đã đưa vào hàng đợi, gửi bằng {{channel}}.',
    unreachable: 'Người không có địa chỉ nào',
    noAddress:
      '{{who}}, từ {{since}}: {{count}} thông báo chưa đến được. Hãy hỏi số điện thoại hoặc thư điện tử khi người đó đến.',
    more: 'Xem thêm',
    channels: { email: 'thư điện tử', sms: 'tin nhắn SMS', zalo: 'Zalo', 'in-app': 'tài khoản trên hệ thống' },
    states: {
      failed: 'nhà cung cấp từ chối',
      'given-up': 'không gửi được, đã thôi thử',
      ambiguous: 'không rõ đã đến chưa',
    },
    recipients: { applicant: 'người nộp hồ sơ', representative: 'người được ủy quyền', giver: 'người phản ánh' },
  },
}
