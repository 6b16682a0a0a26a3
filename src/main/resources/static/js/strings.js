// What the page itself says. What the assistant says comes from the server.

const STRINGS = {
  zh: {
    htmlLang: "zh-CN",
    title: "招商助手",
    otherLanguage: "English",
    otherLanguageCode: "en",
    welcomeTitle: "打电话时，听到什么就发什么",
    welcomeText: "顺序随意，一句里说几样都行。我来记录、归类，提醒你还差什么，并给出下一个该问的问题。",
    welcomeLead: "点一句试试：",
    example: "王建国 苏州康泰医药 13812345678 挂靠的 临床20个人 想做苏州无锡",
    exampleObjection: "他说价格太高了，怎么回？",
    log: "对话",
    text: "消息",
    placeholder: "把对方说的发过来…",
    send: "发送",
    menu: "常用操作",
    newest: "新消息",
    record: "客户记录",
    recordNone: "还没有在记的客户。发来第一句，这里就会填上。",
    recordOpen: "待了解",
    progress: "{done}/{all}",
    progressLong: "十方面已清楚 {done}/{all}",
    asking: "正在问",
    close: "关闭",
    copy: "复制",
    copied: "已复制",
    card: "异议应对",
    picture: "图表，内容见上面的文字",
    file: "下载文件",
    pictureRetry: "图没取到，点这里再取",
    sending: "发送中",
    failed: "没有发出",
    retry: "重试",
    reconnecting: "连不上服务，正在重连…你发的都留着，恢复后自动补发。",
    late: "已收下，正在处理…",
    typing: "正在回复",
    tokenTitle: "登录",
    tokenText: "在 Telegram 或企业微信里给我发 /link，把收到的登录码填在这里。（管理员也可以填访问令牌。）",
    tokenWrong: "登录码或令牌不对，或者登录已过期。发 /link 拿个新码再填。",
    tokenEnter: "进入",
    you: "我",
    assistant: "助手",
    stateUnclear: "没听清",
    stateSkipped: "跳过",
    stateRefused: "不肯说",
    stateUnknown: "不知道",
    stateParked: "先放着",
    menuStatus: "看记录",
    menuList: "客户列表",
    menuNew: "新客户",
    menuObjection: "异议卡片",
    menuHurry: "他要挂了",
    menuUndo: "撤销",
    menuDone: "完成",
    menuHelp: "帮助",
    yesterday: "昨天",
  },
  en: {
    htmlLang: "en",
    title: "Distributor assistant",
    otherLanguage: "中文",
    otherLanguageCode: "zh",
    welcomeTitle: "On a call, type whatever you hear",
    welcomeText:
      "In any order, several things at once. It is recorded and sorted, and you get what is still open and the next question to ask.",
    welcomeLead: "Tap a line to try:",
    example:
      "Wang Jianguo, Suzhou Kangtai Pharma, 13812345678, affiliated, 20 clinical reps, wants Suzhou and Wuxi",
    exampleObjection: "He says our price is too high. What do I answer?",
    log: "Conversation",
    text: "Message",
    placeholder: "Type what the customer says…",
    send: "Send",
    menu: "Common actions",
    newest: "New message",
    record: "Customer record",
    recordNone: "No customer is open. Send the first line and it fills in here.",
    recordOpen: "To learn",
    progress: "{done}/{all}",
    progressLong: "{done} of {all} aspects settled",
    asking: "asking",
    close: "Close",
    copy: "Copy",
    copied: "Copied",
    card: "Answering an objection",
    picture: "Chart; the text above says the same",
    file: "Download the file",
    pictureRetry: "The picture did not come. Tap to fetch it again",
    sending: "Sending",
    failed: "Not sent",
    retry: "Retry",
    reconnecting: "No connection, reconnecting… What you sent is kept and goes out when it is back.",
    late: "Received, working on it…",
    typing: "Replying",
    tokenTitle: "Sign in",
    tokenText: "Send me /link on Telegram or WeCom and enter the code here. (Administrators may enter the access token.)",
    tokenWrong: "That code or token is wrong, or you were signed out. Send /link for a new code.",
    tokenEnter: "Enter",
    you: "Me",
    assistant: "Assistant",
    stateUnclear: "unclear",
    stateSkipped: "skipped",
    stateRefused: "won't say",
    stateUnknown: "unknown",
    stateParked: "put off",
    menuStatus: "Record",
    menuList: "Customers",
    menuNew: "New customer",
    menuObjection: "Objections",
    menuHurry: "Hanging up",
    menuUndo: "Undo",
    menuDone: "Done",
    menuHelp: "Help",
    yesterday: "Yesterday",
  },
};

let current = "zh";

/** The language of the page: zh or en. */
export function language() {
  return current;
}

/** A string of the page, with {names} filled in. */
export function t(key, values = {}) {
  return STRINGS[current][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Puts the page into a language. */
export function speak(lang) {
  current = lang in STRINGS ? lang : "zh";
  document.documentElement.lang = t("htmlLang");
  document.title = t("title");
  for (const el of document.querySelectorAll("[data-t]")) el.textContent = t(el.dataset.t);
  for (const el of document.querySelectorAll("[data-t-label]")) {
    el.setAttribute("aria-label", t(el.dataset.tLabel));
  }
  for (const el of document.querySelectorAll("[data-t-placeholder]")) {
    el.placeholder = t(el.dataset.tPlaceholder);
  }
}

/** When something was said, as short as the distance allows. */
export function clock(at, now = new Date()) {
  const date = new Date(at);
  const time = date.toLocaleTimeString(t("htmlLang"), { hour: "2-digit", minute: "2-digit", hour12: false });
  const days = Math.round((midnight(now) - midnight(date)) / 86_400_000);
  if (days === 0) return time;
  if (days === 1) return `${t("yesterday")} ${time}`;
  return `${date.toLocaleDateString(t("htmlLang"), { month: "short", day: "numeric" })} ${time}`;
}

function midnight(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
