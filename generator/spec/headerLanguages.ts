/**
 * What words in headers are in English, where they are in another language. `of` swaps what is on both of its sides:
 * `código de erro` is `error code`.
 */
const english = new Map(
  Object.entries({
    // Spanish, Portuguese, Italian, French
    ...alike("code", "codigo codice"),
    ...alike("error", "erro errore erreur"),
    ...alike("of error", "derreur derrore"),
    ...alike("of status", "detat"),
    ...alike("status", "estado stato statut etat"),
    ...alike("message", "mensaje mensagem messaggio"),
    ...alike("description", "descripcion descricao descrizione"),
    ...alike("meaning", "significado significato signification"),
    ...alike("cause", "causa"),
    ...alike("reason", "motivo motif raison"),
    ...alike("detail", "detalle detalhe dettaglio"),
    ...alike("solution", "solucion solucao soluzione"),
    ...alike("name", "nombre nome nom"),
    ...alike("response", "respuesta resposta risposta reponse"),
    ...alike("of", "de del da di du"),
    // German, Dutch
    ...alike("error code", "fehlercode fehlernummer foutcode"),
    ...alike("status code", "statuscode"),
    ...alike("error", "fehler fout"),
    ...alike("error message", "fehlermeldung foutmelding"),
    ...alike("message", "meldung nachricht melding"),
    ...alike("description", "beschreibung fehlerbeschreibung beschrijving omschrijving"),
    ...alike("meaning", "bedeutung betekenis"),
    ...alike("cause", "ursache oorzaak"),
    ...alike("solution", "losung behebung abhilfe massnahme oplossing"),
    // Polish, Turkish, Vietnamese, Indonesian
    ...alike("code", "kod kodu ma kode"),
    ...alike("error", "blad hata loi kesalahan"),
    ...alike("of error", "bledu"),
    ...alike("message", "komunikat mesaj mesaji pesan"),
    ...alike("description", "opis aciklama deskripsi keterangan"),
    ...alike("cause", "przyczyna neden penyebab"),
    ...alike("solution", "rozwiazanie cozum solusi"),
    // Russian, Ukrainian
    ...alike("code", "код"),
    ...alike("error", "ошибка помилка"),
    ...alike("of error", "ошибки помилки"),
    ...alike("status", "статус"),
    ...alike("of status", "статуса состояния"),
    ...alike("message", "сообщение повідомлення"),
    ...alike("description", "описание опис"),
    ...alike("meaning", "значение значення"),
    ...alike("cause", "причина"),
    ...alike("solution", "решение рішення"),
    ...alike("name", "название назва"),
    ...alike("response", "ответ ответа"),
  }),
);

/** Parts of words in Chinese, Japanese and Korean, which are written without blanks; of two that fit, the longer. */
const parts = Object.entries({
  ...alike("error", "错误 錯誤 异常 異常 エラー 오류 에러"),
  ...alike("code", "代码 代碼 编码 編碼 编号 編號 码 碼 コード 番号 코드"),
  ...alike("status", "状态 狀態 ステータス 状態 상태"),
  ...alike("message", "信息 訊息 消息 提示 メッセージ 메시지"),
  ...alike("description", "描述 说明 說明 详情 詳情 説明 内容 설명 내용"),
  ...alike("meaning", "含义 含義 意义 意義 意味 의미"),
  ...alike("cause", "原因 원인"),
  ...alike("solution", "解决 解決 处理 處理 措施 建议 建議 对策 対処 対応 対策 해결 조치"),
  ...alike("name", "名称 名稱 名前 이름"),
  ...alike("response", "响应 響應 返回 应答 レスポンス 응답"),
  ...alike("module", "模块 模組 모듈"),
  // What only goes with another word: the detailed description, the way to solve it.
  ...alike("", "详细 詳細 方案 方法 办法 法 策 的 の 방법"),
}).sort(([a], [b]) => b.length - a.length);

const inParts = new Map(parts);
const part = new RegExp(parts.map(([word]) => word).join("|"), "g");
const withoutBlanks = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** The words of a header in English, as far as they are known; other words stay as they are. */
export function inEnglish(words: readonly string[]): string[] {
  const translated = words.flatMap((word, index) => {
    // In English, it is a word of its own: `What to Do`.
    if (word === "do" && english.has(unaccented(words[index - 1] ?? ""))) return ["of"];
    if (withoutBlanks.test(word))
      return word.replaceAll(part, (each) => ` ${inParts.get(each) ?? ""} `).split(" ");
    return (english.get(word) ?? english.get(unaccented(word)) ?? word).split(" ");
  });
  const known = translated.filter((word) => word !== "");
  const at = known.indexOf("of");
  return at === -1 || known.every((word, index) => word === words[index])
    ? known
    : [...known.slice(at + 1), ...known.slice(0, at)];
}

function alike(meaning: string, words: string): Record<string, string> {
  return Object.fromEntries(words.split(" ").map((word) => [word, meaning]));
}

/** Without accents, which people leave out; `ß` and `ł` are letters of their own. */
function unaccented(word: string): string {
  if (!/^[\p{Script=Latin}\p{M}]+$/u.test(word)) return word;
  return word
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll("ł", "l")
    .replaceAll("ı", "i");
}
