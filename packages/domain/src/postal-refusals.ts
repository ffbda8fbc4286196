import { carrierRefusals } from './carrier-refusals.ts'
import { tripRefusals } from './trip-refusals.ts'

/** Why the post or a desk may not do something with papers and parcels: the rule, and what it says to both readers. */
export const postalRefusals = {
  'not-givers-paper': {
    rule: 'own rule: only whoever has a paper gives it',
    vi: 'Giấy tờ này không do bên giao đang giữ.',
    en: 'The giver does not have this paper.',
  },
  'paper-in-other-parcel': {
    rule: 'own rule: a paper is in one parcel',
    vi: 'Giấy tờ này đang nằm trong một bưu gửi khác.',
    en: 'The paper is in another parcel.',
  },
  'foreign-item': {
    rule: 'QĐ 45/2016/QĐ-TTg art. 16.5',
    vi: 'Có giấy tờ hoặc bưu gửi không thuộc danh sách này; hãy bỏ ra rồi gửi lại.',
    en: 'An item does not belong here: take it out and send the list again.',
  },
  'parcel-closed': {
    rule: 'own rule: what is delivered, returned or lost is over',
    vi: 'Bưu gửi này đã kết thúc.',
    en: 'The parcel is delivered, returned or lost: nothing more happens to it.',
  },
  'parcel-unknown': {
    rule: 'UPU S10',
    vi: 'Không có bưu gửi mang mã này.',
    en: 'There is no parcel with this code.',
  },
  'parcel-exists': {
    rule: 'UPU S10: an identifier is not used again within 24 months',
    vi: 'Mã bưu gửi này đã được dùng.',
    en: 'A parcel has this code already.',
  },
  'range-empty': {
    rule: 'UPU S10',
    vi: 'Đã hết dải mã bưu gửi được cấp.',
    en: 'The range of identifiers the post has allotted is used up: write the next one into s10_range.',
  },
  'not-posted': {
    rule: 'QĐ 45/2016/QĐ-TTg art. 9',
    vi: 'Bưu điện chưa nhận bưu gửi này.',
    en: 'The post has not taken the parcel over yet.',
  },
  'already-posted': {
    rule: 'QĐ 45/2016/QĐ-TTg art. 9',
    vi: 'Bưu điện đã nhận bưu gửi này.',
    en: 'The post has taken the parcel over already.',
  },
  'not-lost': {
    rule: 'NĐ 47/2011 art. 27',
    vi: 'Bưu gửi này không bị coi là mất.',
    en: 'Only a parcel declared lost can be found.',
  },
  'count-differs': {
    rule: 'QĐ 45/2016/QĐ-TTg art. 7.2',
    vi: 'Số lượng hai bên kiểm đếm không khớp; sự việc đã được ghi nhận để xử lý.',
    en: 'Giver and taker counted differently; an incident is open, and custody stays where it was.',
  },
  'unknown-scan': {
    rule: 'own rule: a correction names what it corrects',
    vi: 'Không có lần quét được nêu để đính chính.',
    en: 'There is no scan of this parcel with the id to be corrected.',
  },
  'scan-from-the-future': {
    rule: 'own rule: a scan is of the past',
    vi: 'Thời điểm quét nằm trong tương lai; hãy chỉnh đồng hồ của máy quét.',
    en: 'The scan is later than now: set the scanner’s clock.',
  },
  'before-packing': {
    rule: 'own rule: what is not packed is not taken',
    vi: 'Thời điểm quét trước khi bưu gửi được đóng gói; hãy chỉnh đồng hồ của máy quét.',
    en: 'The scan is earlier than the packing: set the scanner’s clock.',
  },
  'delivery-unsigned': {
    rule: 'QĐ 45/2016/QĐ-TTg art. 10',
    vi: 'Chưa đủ điều kiện phát: phải kiểm tra giấy tờ (và giấy ủy quyền nếu nhận thay) và có chữ ký người nhận.',
    en: 'A delivery needs an identity check, the authorisation of a representative, and the recipient’s signature.',
  },
  'handover-record-needed': {
    rule: 'QĐ 45/2016/QĐ-TTg art. 7.3',
    vi: 'Bưu gửi đến cơ quan phải được hai bên kiểm đếm và ký biên bản giao nhận.',
    en: 'A parcel for an authority is handed over by a joint count and a signed record.',
  },
  'record-signed': {
    rule: 'QĐ 45/2016/QĐ-TTg art. 7.4',
    vi: 'Biên bản này đã được ký.',
    en: 'The handover record is signed already.',
  },
  'record-unsigned': {
    rule: 'QĐ 45/2016/QĐ-TTg art. 7.4',
    vi: 'Biên bản giao nhận chưa được hai bên ký.',
    en: 'Desk and courier have not both signed the handover record.',
  },
  'invitation-too-early': {
    rule: 'TT 17/2017/TT-BTTTT art. 5.2h',
    vi: 'Chưa đến ngày được mời lần tiếp theo (cách nhau 02 ngày làm việc).',
    en: 'The next invitation is two working days after the last one.',
  },
  'too-few-invitations': {
    rule: 'TT 17/2017/TT-BTTTT art. 5.2h',
    vi: 'Phải mời người nhận ít nhất hai lần trước khi chuyển hoàn.',
    en: 'A parcel goes back after at least two invitations.',
  },
  'not-in-published-list': {
    rule: 'QĐ 45/2016/QĐ-TTg art. 6',
    vi: 'Có giấy tờ không thuộc thành phần hồ sơ đã công bố.',
    en: 'The published list of the procedure has no such component.',
  },
  'missing-from-list': {
    rule: 'QĐ 45/2016/QĐ-TTg art. 6',
    vi: 'Còn thiếu thành phần hồ sơ; hãy hướng dẫn người gửi bổ sung, hoặc ghi rõ đã báo thiếu.',
    en: 'Papers of the published list are missing: have them added, or name those the sender was told of.',
  },
  'fee-differs': {
    rule: 'QĐ 45/2016/QĐ-TTg art. 6; NĐ 61/2018 art. 22',
    vi: 'Phí, lệ phí không đúng biểu phí đã công bố.',
    en: 'The fee is not in the published tariff, or of another amount.',
  },
  'procedure-not-by-post': {
    rule: 'QĐ 45/2016/QĐ-TTg art. 13',
    vi: 'Thủ tục này không có phiên bản đang công bố tiếp nhận qua bưu điện.',
    en: 'No version of the procedure in force today may be sent by post.',
  },
  'dispatch-not-wanted': {
    rule: 'own rule: the ledger says what is to go by post',
    vi: 'Không còn yêu cầu chuyển phát này.',
    en: 'The ledger does not want this dispatch any more.',
  },
  'dispatch-over': {
    rule: 'own rule: a dispatch ends once',
    vi: 'Lần chuyển phát này đã kết thúc.',
    en: 'This dispatch has ended.',
  },
  'result-void': {
    rule: 'own rule: a result issued anew replaces the old one',
    vi: 'Có bản kết quả không còn giá trị; không gửi cho công dân.',
    en: 'A result that no longer counts is not sent to the citizen.',
  },
  'result-left-behind': {
    rule: 'own rule: a dispatch brings the whole result',
    vi: 'Còn thiếu bản kết quả trong bưu gửi.',
    en: 'Every paper of the result that counts goes with its dispatch.',
  },
  'transfer-over': {
    rule: 'own rule: a transfer ends once',
    vi: 'Lần giao nhận này đã kết thúc.',
    en: 'This transfer has ended.',
  },
  'not-given-yet': {
    rule: 'own rule: giver and taker both confirm',
    vi: 'Bên giao chưa xác nhận giao.',
    en: 'The giver has not confirmed yet.',
  },
  'same-hand': {
    rule: 'own rule: giver and taker are two people',
    vi: 'Người giao và người nhận phải là hai người.',
    en: 'Who gives does not take: two people confirm.',
  },
  'incident-closed': {
    rule: 'own rule: an incident is settled once',
    vi: 'Sự việc này đã được giải quyết.',
    en: 'The incident is settled already.',
  },
  'place-needed': {
    rule: 'own rule: a paper has one custodian at every instant',
    vi: 'Bưu gửi chứa giấy tờ này đã kết thúc; hãy ghi giấy tờ đang ở đâu.',
    en: 'The paper is in a parcel that is over: say where it turned out to be.',
  },
  'calendar-missing': {
    rule: 'own rule: no date without an announced calendar',
    vi: 'Chưa công bố lịch làm việc của năm cần tính.',
    en: 'The calendar of a year the promise needs is not announced.',
  },
  'complaint-window-ended': {
    rule: 'TT 17/2017/TT-BTTTT art. 8',
    vi: 'Đã hết thời hiệu khiếu nại: 06 tháng kể từ ngày kết thúc thời gian toàn trình.',
    en: 'A complaint comes within six months of the end of the total time; `about` is the last day.',
  },
  'complaint-answered': {
    rule: 'TT 17/2017/TT-BTTTT art. 8',
    vi: 'Khiếu nại này đã được trả lời.',
    en: 'The complaint is answered already.',
  },
  'answerer-complained-of': {
    rule: 'own rule: nobody answers a complaint about a parcel they carried',
    vi: 'Người đã chuyển phát bưu gửi không được trả lời khiếu nại về bưu gửi đó.',
    en: 'Who carried the parcel does not answer the complaint about it.',
  },
  'harm-not-declared': {
    rule: 'QĐ 45/2016/QĐ-TTg art. 14',
    vi: 'Bưu gửi chưa được ghi nhận mất, hư hỏng hoặc chậm như nêu trong biên bản.',
    en: 'The parcel is not known to be lost, damaged or late as the record says: declare that first.',
  },
  'record-from-the-future': {
    rule: 'NĐ 47/2011 art. 26',
    vi: 'Ngày lập biên bản xác định trách nhiệm nằm trong tương lai.',
    en: 'The liability record bears a day that has not come.',
  },
  'fault-unknown': {
    rule: 'QĐ 45/2016/QĐ-TTg art. 14',
    vi: 'Chưa xác định lỗi của bên nào nên chưa thể quyết định bồi thường.',
    en: 'Nothing is decided before it is known whose fault it was.',
  },
  'nothing-owed': {
    rule: 'NĐ 47/2011 art. 24',
    vi: 'Doanh nghiệp không có lỗi nên không phát sinh bồi thường.',
    en: 'By this fault the operator owes nothing.',
  },
  'compensation-too-low': {
    rule: 'NĐ 47/2011 art. 25',
    vi: 'Mức bồi thường thấp hơn mức tối thiểu (04 lần cước; chậm: hoàn cước).',
    en: 'The compensation is less than the law gives; `about` is the least, in đồng.',
  },
  'compensation-decided': {
    rule: 'own rule: one liability record for a parcel',
    vi: 'Đã có quyết định bồi thường cho bưu gửi này.',
    en: 'The compensation for this parcel is decided already.',
  },
  'compensation-not-decided': {
    rule: 'NĐ 47/2011 art. 26',
    vi: 'Chưa có biên bản xác định trách nhiệm cho bưu gửi này.',
    en: 'There is no liability record for this parcel.',
  },
  'paid-more-than-owed': {
    rule: 'own rule: no more is paid than is owed',
    vi: 'Số tiền chi trả lớn hơn số còn phải trả.',
    en: 'The payment is more than what is owed; `about` is that, in đồng.',
  },
  'receipt-used': {
    rule: 'own rule: one receipt, one payment',
    vi: 'Số chứng từ này đã được dùng.',
    en: 'A payment was recorded under this receipt already.',
  },
  'not-found-again': {
    rule: 'NĐ 47/2011 art. 27',
    vi: 'Bưu gửi này không phải là bưu gửi tìm lại được.',
    en: 'The parcel was not found after a loss.',
  },
  'found-settled': {
    rule: 'NĐ 47/2011 art. 27',
    vi: 'Người nhận đã chọn nhận lại hoặc từ chối bưu gửi này.',
    en: 'The citizen has chosen already.',
  },
  ...carrierRefusals,
  ...tripRefusals,
} as const satisfies Record<string, { rule: string; vi: string; en: string }>
export type PostalRefusal = keyof typeof postalRefusals
