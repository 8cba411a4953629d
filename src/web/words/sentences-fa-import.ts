// What importers say about a document they read, in Persian, by the English words.

export const IMPORT_SENTENCES_FA: Readonly<Record<string, string>> = {
  'One tracked deletion was left out of the text.': 'یک حذفِ پیگیری‌شده از متن کنار گذاشته شد.',
  '{n} tracked deletions were left out of the text.': '{n} حذفِ پیگیری‌شده از متن کنار گذاشته شد.',
  'One tracked insertion was kept as text.': 'یک افزودهٔ پیگیری‌شده در متن نگه داشته شد.',
  '{n} tracked insertions were kept as text.': '{n} افزودهٔ پیگیری‌شده در متن نگه داشته شد.',
  'One passage formatted as hidden was left out.': 'یک قطعه که پنهان قالب‌بندی شده بود کنار گذاشته شد.',
  '{n} passages formatted as hidden were left out.': '{n} قطعه که پنهان قالب‌بندی شده بودند کنار گذاشته شدند.',
  'One margin comment was left out.': 'یک یادداشتِ حاشیه کنار گذاشته شد.',
  '{n} margin comments were left out.': '{n} یادداشتِ حاشیه کنار گذاشته شد.',
  'The file holds macros; they were not run.': 'فایل ماکرو دارد؛ هیچ‌یک اجرا نشد.',
  'One control character was left out of the text.': 'یک نویسهٔ کنترلی از متن کنار گذاشته شد.',
  '{n} control characters were left out of the text.': '{n} نویسهٔ کنترلی از متن کنار گذاشته شد.',
  'The article could not be told from the rest of this page; everything outside its menus was kept.':
    'مقاله از باقی این صفحه بازشناخته نشد؛ هر چه بیرون از منوها بود نگه داشته شد.',
  'The page says that only subscribers may read all of it. Check that the article ends where it should.':
    'صفحه می‌گوید تنها مشترکان می‌توانند همهٔ آن را بخوانند. ببینید مقاله همان‌جا که باید تمام می‌شود یا نه.',
  'The page hides one passage from its readers; they were left out.':
    'صفحه یک قطعه را از خوانندگان پنهان می‌کند؛ کنار گذاشته شد.',
  'The page hides {n} passages from its readers; they were left out.':
    'صفحه {n} قطعه را از خوانندگان پنهان می‌کند؛ کنار گذاشته شدند.',
  'This page opens {what} and never closes it: the {n} characters after it are shown by no browser and were left out. Close it in the file, or copy the article’s text from the page and paste it.':
    'این صفحه {what} را باز می‌کند و هرگز نمی‌بندد: {n} نویسهٔ پس از آن را هیچ مرورگری نشان نمی‌دهد و کنار گذاشته شدند. آن را در فایل ببندید، یا متن مقاله را از صفحه بردارید و اینجا بچسبانید.',
  'The text has no byte order mark; it was read as {encoding}.':
    'متن نشانِ ترتیب بایت ندارد؛ به {encoding} خوانده شد.',
  'The file is not UTF-8; it was read as {encoding}.': 'فایل UTF-8 نیست؛ به {encoding} خوانده شد.',
  'One place could not be read as {encoding} and stand as \uFFFD in the text.':
    'یک جا به {encoding} خوانده نشد و در متن \uFFFD شده است.',
  '{n} places could not be read as {encoding} and stand as \uFFFD in the text.':
    '{n} جا به {encoding} خوانده نشد و در متن \uFFFD شده است.',
  'The lines of this file are too long to be Markdown; it was read as plain text.':
    'سطرهای این فایل برای Markdown بسیار بلند است؛ متن ساده خوانده شد.',
  'The earlier message this e-mail quotes was set aside.':
    'پیام پیشین که در این نامه نقل شده کنار گذاشته شد.',
  'Page headers, footers and page numbers were set aside at the end.':
    'سرصفحه‌ها، پاصفحه‌ها و شماره‌های صفحه در پایان کنار گذاشته شدند.',
  'One word broken at the end of a line keeps its hyphen; check it against the original.':
    'یک واژه که در پایان سطر شکسته بود خط تیره‌اش را نگه داشته است؛ با اصل بسنجید.',
  '{n} words broken at the end of a line keep their hyphens; check them against the original.':
    '{n} واژه که در پایان سطر شکسته بودند خط تیره‌شان را نگه داشته‌اند؛ با اصل بسنجید.',
  'One entry has no web address and cannot be picked.': 'یک مدخل نشانی وب ندارد و برگزیده نمی‌شود.',
  '{n} entries have no web address and cannot be picked.': '{n} مدخل نشانی وب ندارند و برگزیده نمی‌شوند.',
  'The feed lists {n} articles; the first {m} are shown.':
    'خوراک {n} مقاله دارد؛ {m} مقالهٔ نخست نشان داده می‌شود.',
  'page header or footer': 'سرصفحه یا پاصفحه',
  'line {n}': 'سطر {n}',
  'paragraph {n}': 'بند {n}',
  'page {n}, line {m}': 'صفحهٔ {n}، سطر {m}',
  'The name of the file holds characters that no name should, and nothing was read. Rename the file, then choose it again.':
    'نام فایل نویسه‌هایی دارد که هیچ نامی نباید داشته باشد، و چیزی خوانده نشد. نام فایل را عوض کنید و دوباره برگزینید.',
  'Too many documents are being read at once. Try again in a minute.':
    'سندهای بسیاری هم‌زمان خوانده می‌شوند. یک دقیقهٔ دیگر دوباره بیازمایید.',
  'Statements are being looked for in too many long articles at once. Try again in a minute.':
    'هم‌زمان در مقاله‌های بلند بسیاری گفته جست‌وجو می‌شود. یک دقیقهٔ دیگر دوباره بیازمایید.',
  'Finding the statements of this article took longer than {n} s and was stopped. Nothing was stored. Import the part that matters.':
    'یافتن گفته‌های این مقاله بیش از {n} ثانیه طول کشید و متوقف شد. چیزی نگه داشته نشد. بخشی را که مهم است وارد کنید.',
  'Finding the statements of this article takes more memory than it may have. Nothing was stored. Import the part that matters.':
    'یافتن گفته‌های این مقاله بیش از حافظهٔ مجاز می‌خواهد. چیزی نگه داشته نشد. بخشی را که مهم است وارد کنید.',
  'Too many long articles are being stored at once. Try again in a minute.':
    'مقاله‌های بلند بسیاری هم‌زمان ذخیره می‌شوند. یک دقیقهٔ دیگر دوباره بیازمایید.',
  'Storing this article took longer than {n} s and was stopped. Look among the articles whether it is there; if not, import the part that matters.':
    'ذخیرهٔ این مقاله بیش از {n} ثانیه طول کشید و متوقف شد. ببینید در میان مقاله‌ها هست یا نه؛ اگر نیست، بخشی را که مهم است وارد کنید.',
  'Some letters of this e-mail could not be read and stand as \uFFFD in the text.':
    'برخی حروفِ این نامه خوانده نشد و در متن \uFFFD شده است.',
};
