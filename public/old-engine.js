// Fetched and run only by engines that know no modules: none of them can run the program.
document.getElementById('linpu-old').hidden = false;
